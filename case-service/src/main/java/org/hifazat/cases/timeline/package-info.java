@NullMarked
package org.hifazat.cases.timeline;

import org.jspecify.annotations.NullMarked;
