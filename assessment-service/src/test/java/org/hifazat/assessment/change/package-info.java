/** Tests of what is compared and how it is judged. */
@NullMarked
package org.hifazat.assessment.change;

import org.jspecify.annotations.NullMarked;
