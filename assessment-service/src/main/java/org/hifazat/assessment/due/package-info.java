/** Which assessments are due in a case, and why. */
@NullMarked
package org.hifazat.assessment.due;

import org.jspecify.annotations.NullMarked;
