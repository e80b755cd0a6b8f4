@NullMarked
package org.hifazat.platform.persistence.keys;

import org.jspecify.annotations.NullMarked;
