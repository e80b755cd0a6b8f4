@NullMarked
package org.hifazat.cases.missing;

import org.jspecify.annotations.NullMarked;
