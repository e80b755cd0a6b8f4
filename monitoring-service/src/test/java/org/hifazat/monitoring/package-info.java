/** Tests of the monitoring service as a whole. */
@NullMarked
package org.hifazat.monitoring;

import org.jspecify.annotations.NullMarked;
