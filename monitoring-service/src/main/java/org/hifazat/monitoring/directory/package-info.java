/** The districts of the province, learnt from the directory's events. */
@NullMarked
package org.hifazat.monitoring.directory;

import org.jspecify.annotations.NullMarked;
