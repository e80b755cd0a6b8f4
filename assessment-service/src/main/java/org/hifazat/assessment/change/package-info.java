/** What repeated assessments with one instrument say about change, and what they do not. */
@NullMarked
package org.hifazat.assessment.change;

import org.jspecify.annotations.NullMarked;
