/** Who acts, what they may do, and the record of what they did. */
@NullMarked
package org.hifazat.platform.security;

import org.jspecify.annotations.NullMarked;
