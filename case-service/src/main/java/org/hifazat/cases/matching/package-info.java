@NullMarked
package org.hifazat.cases.matching;

import org.jspecify.annotations.NullMarked;
