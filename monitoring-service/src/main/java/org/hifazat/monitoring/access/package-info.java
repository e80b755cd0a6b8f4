/** Who may see figures. */
@NullMarked
package org.hifazat.monitoring.access;

import org.jspecify.annotations.NullMarked;
