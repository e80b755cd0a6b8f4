/** Documents on paper: text of any script set right, on pages. Knows nothing of casework. */
@NullMarked
package org.hifazat.cases.pdf;

import org.jspecify.annotations.NullMarked;
