@NullMarked
package org.hifazat.cases.consent;

import org.jspecify.annotations.NullMarked;
