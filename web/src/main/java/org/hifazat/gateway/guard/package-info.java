/** What every request must pass before anything else looks at it, and what every answer carries. */
@NullMarked
package org.hifazat.gateway.guard;

import org.jspecify.annotations.NullMarked;
