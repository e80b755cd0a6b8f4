@NullMarked
package org.hifazat.cases.legal;

import org.jspecify.annotations.NullMarked;
