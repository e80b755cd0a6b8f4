@NullMarked
package org.hifazat.platform.security;

import org.jspecify.annotations.NullMarked;
