@NullMarked
package org.hifazat.cases.takeover;

import org.jspecify.annotations.NullMarked;
