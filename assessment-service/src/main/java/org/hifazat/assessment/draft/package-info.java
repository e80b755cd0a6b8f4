/**
 * Assessments that are being conducted: saved as they are answered, until completed or discarded.
 */
@NullMarked
package org.hifazat.assessment.draft;

import org.jspecify.annotations.NullMarked;
