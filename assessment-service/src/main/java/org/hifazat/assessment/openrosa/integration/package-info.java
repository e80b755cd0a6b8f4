/** How a device signs in. */
@NullMarked
package org.hifazat.assessment.openrosa.integration;

import org.jspecify.annotations.NullMarked;
