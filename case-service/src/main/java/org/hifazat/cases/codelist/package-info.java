@NullMarked
package org.hifazat.cases.codelist;

import org.jspecify.annotations.NullMarked;
