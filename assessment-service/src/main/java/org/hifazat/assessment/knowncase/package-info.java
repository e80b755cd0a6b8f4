/** What this service remembers of cases, from their events. */
@NullMarked
package org.hifazat.assessment.knowncase;

import org.jspecify.annotations.NullMarked;
