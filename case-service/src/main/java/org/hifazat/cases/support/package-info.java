@NullMarked
package org.hifazat.cases.support;

import org.jspecify.annotations.NullMarked;
