@NullMarked
package org.hifazat.cases.particulars.web;

import org.jspecify.annotations.NullMarked;
