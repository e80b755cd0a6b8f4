@NullMarked
package org.hifazat.cases.plan;

import org.jspecify.annotations.NullMarked;
