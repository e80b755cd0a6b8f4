@NullMarked
package org.hifazat.cases;

import org.jspecify.annotations.NullMarked;
