@NullMarked
package org.hifazat.cases.particulars;

import org.jspecify.annotations.NullMarked;
