@NullMarked
package org.hifazat.cases.caseload;

import org.jspecify.annotations.NullMarked;
