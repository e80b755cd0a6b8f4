@NullMarked
package org.hifazat.cases.safety;

import org.jspecify.annotations.NullMarked;
