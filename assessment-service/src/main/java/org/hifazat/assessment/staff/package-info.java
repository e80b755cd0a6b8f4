/** Who works here, by id and role, as the directory told. */
@NullMarked
package org.hifazat.assessment.staff;

import org.jspecify.annotations.NullMarked;
