@NullMarked
package org.hifazat.cases.document;

import org.jspecify.annotations.NullMarked;
