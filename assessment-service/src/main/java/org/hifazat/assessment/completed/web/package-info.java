/** Assessments over HTTP. */
@NullMarked
package org.hifazat.assessment.completed.web;

import org.jspecify.annotations.NullMarked;
