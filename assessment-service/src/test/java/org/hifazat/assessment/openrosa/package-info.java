/** Tests of the OpenRosa interface from inside. */
@NullMarked
package org.hifazat.assessment.openrosa;

import org.jspecify.annotations.NullMarked;
