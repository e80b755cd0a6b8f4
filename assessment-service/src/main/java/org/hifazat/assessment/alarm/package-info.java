/** Answers that interrupt: somebody must act before anything else. */
@NullMarked
package org.hifazat.assessment.alarm;

import org.jspecify.annotations.NullMarked;
