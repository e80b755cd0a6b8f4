@NullMarked
package org.hifazat.platform.persistence;

import org.jspecify.annotations.NullMarked;
