@NullMarked
package org.hifazat.cases.placement;

import org.jspecify.annotations.NullMarked;
