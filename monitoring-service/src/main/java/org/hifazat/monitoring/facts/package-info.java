/** What happened, one row per thing, written from events in whatever order they come. */
@NullMarked
package org.hifazat.monitoring.facts;

import org.jspecify.annotations.NullMarked;
