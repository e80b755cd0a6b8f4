@NullMarked
package org.hifazat.cases.approval;

import org.jspecify.annotations.NullMarked;
