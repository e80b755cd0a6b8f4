@NullMarked
package org.hifazat.cases.transfer;

import org.jspecify.annotations.NullMarked;
