/** Districts with their dates. */
@NullMarked
package org.hifazat.identity.district;

import org.jspecify.annotations.NullMarked;
