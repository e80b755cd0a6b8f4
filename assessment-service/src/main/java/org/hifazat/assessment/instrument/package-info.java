/** Instruments: published ODK forms, and what the server makes of answers to them. */
@NullMarked
package org.hifazat.assessment.instrument;

import org.jspecify.annotations.NullMarked;
