/** What is told of responses. */
@NullMarked
package org.hifazat.assessment.response.event;

import org.jspecify.annotations.NullMarked;
