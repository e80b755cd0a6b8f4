/** Who is who: districts, units, staff, certificates, agencies. */
@NullMarked
package org.hifazat.identity;

import org.jspecify.annotations.NullMarked;
