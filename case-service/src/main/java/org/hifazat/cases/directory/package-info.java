@NullMarked
package org.hifazat.cases.directory;

import org.jspecify.annotations.NullMarked;
