@NullMarked
package org.hifazat.cases.duplicates;

import org.jspecify.annotations.NullMarked;
