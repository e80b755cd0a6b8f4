@NullMarked
package org.hifazat.platform.messaging;

import org.jspecify.annotations.NullMarked;
