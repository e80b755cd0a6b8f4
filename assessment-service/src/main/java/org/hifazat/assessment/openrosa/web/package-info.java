/** The OpenRosa interface and the enrolment of devices over HTTP. */
@NullMarked
package org.hifazat.assessment.openrosa.web;

import org.jspecify.annotations.NullMarked;
