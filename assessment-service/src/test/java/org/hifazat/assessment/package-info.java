/** Tests of the assessment service as a whole. */
@NullMarked
package org.hifazat.assessment;

import org.jspecify.annotations.NullMarked;
