/** Who may do what here. */
@NullMarked
package org.hifazat.assessment.access;

import org.jspecify.annotations.NullMarked;
