@NullMarked
package org.hifazat.cases.casework;

import org.jspecify.annotations.NullMarked;
