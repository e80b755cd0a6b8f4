/** The Commission's numbers: a read model built from events, with nothing personal in it. */
@NullMarked
package org.hifazat.monitoring;

import org.jspecify.annotations.NullMarked;
