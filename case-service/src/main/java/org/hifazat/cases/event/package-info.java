@NullMarked
package org.hifazat.cases.event;

import org.jspecify.annotations.NullMarked;
