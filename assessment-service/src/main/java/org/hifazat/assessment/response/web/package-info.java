/** Responses to an assessment over HTTP. */
@NullMarked
package org.hifazat.assessment.response.web;

import org.jspecify.annotations.NullMarked;
