@NullMarked
package org.hifazat.cases.risk;

import org.jspecify.annotations.NullMarked;
