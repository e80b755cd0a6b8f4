/** Instruments over HTTP. */
@NullMarked
package org.hifazat.assessment.instrument.web;

import org.jspecify.annotations.NullMarked;
