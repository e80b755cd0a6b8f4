@NullMarked
package org.hifazat.cases.note;

import org.jspecify.annotations.NullMarked;
