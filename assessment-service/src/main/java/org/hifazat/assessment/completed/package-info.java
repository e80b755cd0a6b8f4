/** Assessments that were conducted and scored. */
@NullMarked
package org.hifazat.assessment.completed;

import org.jspecify.annotations.NullMarked;
