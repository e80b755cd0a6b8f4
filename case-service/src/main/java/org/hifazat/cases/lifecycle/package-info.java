@NullMarked
package org.hifazat.cases.lifecycle;

import org.jspecify.annotations.NullMarked;
