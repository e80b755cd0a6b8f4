@NullMarked
package org.hifazat.cases.tracing;

import org.jspecify.annotations.NullMarked;
