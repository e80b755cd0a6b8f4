/** The realm as it is shipped, and what this service does to it. */
@NullMarked
package org.hifazat.identity.provisioning;

import org.jspecify.annotations.NullMarked;
