/** Tests of the forms and their scoring. */
@NullMarked
package org.hifazat.assessment.instrument;

import org.jspecify.annotations.NullMarked;
