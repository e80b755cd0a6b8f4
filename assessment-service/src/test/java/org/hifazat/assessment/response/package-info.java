/** Tests of the library and its rules. */
@NullMarked
package org.hifazat.assessment.response;

import org.jspecify.annotations.NullMarked;
