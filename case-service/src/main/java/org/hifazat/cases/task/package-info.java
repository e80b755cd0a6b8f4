@NullMarked
package org.hifazat.cases.task;

import org.jspecify.annotations.NullMarked;
