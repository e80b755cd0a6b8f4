@NullMarked
package org.hifazat.cases.search;

import org.jspecify.annotations.NullMarked;
