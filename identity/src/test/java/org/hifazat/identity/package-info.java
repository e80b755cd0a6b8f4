/** The service as its clients see it, on real backends. */
@NullMarked
package org.hifazat.identity;

import org.jspecify.annotations.NullMarked;
