/** What others are told of assessments. */
@NullMarked
package org.hifazat.assessment.completed.event;

import org.jspecify.annotations.NullMarked;
