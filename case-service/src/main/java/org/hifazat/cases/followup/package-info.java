@NullMarked
package org.hifazat.cases.followup;

import org.jspecify.annotations.NullMarked;
