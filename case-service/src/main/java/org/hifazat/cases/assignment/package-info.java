@NullMarked
package org.hifazat.cases.assignment;

import org.jspecify.annotations.NullMarked;
