@NullMarked
package org.hifazat.cases.myday;

import org.jspecify.annotations.NullMarked;
