@NullMarked
package org.hifazat.cases.deadline;

import org.jspecify.annotations.NullMarked;
