/** ODK Collect and KoboCollect: devices, forms for them, and what they send. */
@NullMarked
package org.hifazat.assessment.openrosa;

import org.jspecify.annotations.NullMarked;
