@NullMarked
package org.hifazat.cases.sealing;

import org.jspecify.annotations.NullMarked;
