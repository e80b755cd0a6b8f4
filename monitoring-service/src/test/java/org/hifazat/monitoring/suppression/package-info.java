/** Attackers of the figures. */
@NullMarked
package org.hifazat.monitoring.suppression;

import org.jspecify.annotations.NullMarked;
