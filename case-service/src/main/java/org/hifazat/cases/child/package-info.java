@NullMarked
package org.hifazat.cases.child;

import org.jspecify.annotations.NullMarked;
