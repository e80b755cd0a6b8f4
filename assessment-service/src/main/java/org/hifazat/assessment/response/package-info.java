/** Proportionate responses: a library and rules as data, what was offered and what was taken. */
@NullMarked
package org.hifazat.assessment.response;

import org.jspecify.annotations.NullMarked;
