@NullMarked
package org.hifazat.cases.kinship;

import org.jspecify.annotations.NullMarked;
