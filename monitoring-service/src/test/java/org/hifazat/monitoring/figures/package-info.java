/** Attackers of the figures. */
@NullMarked
package org.hifazat.monitoring.figures;

import org.jspecify.annotations.NullMarked;
