/** The instruments that come with the service: whole, and scored as their sources say. */
@NullMarked
package org.hifazat.assessment.instrument.shipped;

import org.jspecify.annotations.NullMarked;
