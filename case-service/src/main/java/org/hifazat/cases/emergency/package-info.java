@NullMarked
package org.hifazat.cases.emergency;

import org.jspecify.annotations.NullMarked;
