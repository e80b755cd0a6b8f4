@NullMarked
package org.hifazat.identity;

import org.jspecify.annotations.NullMarked;
