/** Due assessments over HTTP. */
@NullMarked
package org.hifazat.assessment.due.web;

import org.jspecify.annotations.NullMarked;
