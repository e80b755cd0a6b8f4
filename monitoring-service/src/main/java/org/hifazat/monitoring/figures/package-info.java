/** Tables of figures, protected as a whole before any part of them is shown. */
@NullMarked
package org.hifazat.monitoring.figures;

import org.jspecify.annotations.NullMarked;
