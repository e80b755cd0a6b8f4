@NullMarked
package org.hifazat.cases.closure;

import org.jspecify.annotations.NullMarked;
