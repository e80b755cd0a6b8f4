/** Members of staff and their accounts. */
@NullMarked
package org.hifazat.identity.staff;

import org.jspecify.annotations.NullMarked;
