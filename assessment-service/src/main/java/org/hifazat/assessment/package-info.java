/** The assessment service. */
@NullMarked
package org.hifazat.assessment;

import org.jspecify.annotations.NullMarked;
