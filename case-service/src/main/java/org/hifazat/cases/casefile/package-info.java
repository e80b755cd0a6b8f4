@NullMarked
package org.hifazat.cases.casefile;

import org.jspecify.annotations.NullMarked;
