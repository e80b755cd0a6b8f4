/** What surrounds the gateway in its tests: services, browsers, partners. */
@NullMarked
package org.hifazat.gateway.world;

import org.jspecify.annotations.NullMarked;
