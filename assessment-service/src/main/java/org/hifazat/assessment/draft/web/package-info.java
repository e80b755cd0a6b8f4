/** Drafts over HTTP. */
@NullMarked
package org.hifazat.assessment.draft.web;

import org.jspecify.annotations.NullMarked;
