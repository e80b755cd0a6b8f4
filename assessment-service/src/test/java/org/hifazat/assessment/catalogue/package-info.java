/** Tests of the catalogue from inside. */
@NullMarked
package org.hifazat.assessment.catalogue;

import org.jspecify.annotations.NullMarked;
