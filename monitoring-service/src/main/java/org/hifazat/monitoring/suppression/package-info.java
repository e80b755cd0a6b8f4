/** Keeps small counts from being read or computed. Knows nothing of what is counted. */
@NullMarked
package org.hifazat.monitoring.suppression;

import org.jspecify.annotations.NullMarked;
