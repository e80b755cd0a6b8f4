/** The directory as it stands at first start. */
@NullMarked
package org.hifazat.identity.reference;

import org.jspecify.annotations.NullMarked;
