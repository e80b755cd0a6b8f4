@NullMarked
package org.hifazat.cases.transfer.web;

import org.jspecify.annotations.NullMarked;
