@NullMarked
package org.hifazat.cases.overview;

import org.jspecify.annotations.NullMarked;
