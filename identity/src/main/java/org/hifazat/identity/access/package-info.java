/** Operations of this service and who may perform them. */
@NullMarked
package org.hifazat.identity.access;

import org.jspecify.annotations.NullMarked;
