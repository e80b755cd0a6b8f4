/** Ids, the clock, row-level security settings, field encryption and search tokens. */
@NullMarked
package org.hifazat.platform.persistence;

import org.jspecify.annotations.NullMarked;
