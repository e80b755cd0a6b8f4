/** The one origin of the platform: signs people in and passes their requests to the services. */
@NullMarked
package org.hifazat.gateway;

import org.jspecify.annotations.NullMarked;
