@NullMarked
package org.hifazat.cases.export;

import org.jspecify.annotations.NullMarked;
