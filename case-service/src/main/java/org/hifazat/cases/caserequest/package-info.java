@NullMarked
package org.hifazat.cases.caserequest;

import org.jspecify.annotations.NullMarked;
