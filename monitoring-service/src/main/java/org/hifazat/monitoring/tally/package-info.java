/** Sums of the facts by district and month, kept while the facts are written. */
@NullMarked
package org.hifazat.monitoring.tally;

import org.jspecify.annotations.NullMarked;
