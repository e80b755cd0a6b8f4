/** The catalogue of instruments: from draft to published to retired, and on whose terms. */
@NullMarked
package org.hifazat.assessment.catalogue;

import org.jspecify.annotations.NullMarked;
