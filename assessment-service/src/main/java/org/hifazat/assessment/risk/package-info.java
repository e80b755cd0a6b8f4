/** How the risk of a case came about: every level it was given, and from which answers. */
@NullMarked
package org.hifazat.assessment.risk;

import org.jspecify.annotations.NullMarked;
