@NullMarked
package org.hifazat.cases.concern;

import org.jspecify.annotations.NullMarked;
