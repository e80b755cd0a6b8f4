@NullMarked
package org.hifazat.cases.pdf;

import org.jspecify.annotations.NullMarked;
