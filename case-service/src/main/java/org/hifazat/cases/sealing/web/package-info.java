@NullMarked
package org.hifazat.cases.sealing.web;

import org.jspecify.annotations.NullMarked;
