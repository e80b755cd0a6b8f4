@NullMarked
package org.hifazat.cases.access;

import org.jspecify.annotations.NullMarked;
