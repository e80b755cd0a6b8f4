@NullMarked
package org.hifazat.cases.incident;

import org.jspecify.annotations.NullMarked;
