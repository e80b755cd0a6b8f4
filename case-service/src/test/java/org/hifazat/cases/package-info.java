/** Tests of the case service as a whole. */
@NullMarked
package org.hifazat.cases;

import org.jspecify.annotations.NullMarked;
