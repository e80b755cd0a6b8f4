@NullMarked
package org.hifazat.cases.restricted;

import org.jspecify.annotations.NullMarked;
