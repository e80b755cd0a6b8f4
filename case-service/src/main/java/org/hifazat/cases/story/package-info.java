@NullMarked
package org.hifazat.cases.story;

import org.jspecify.annotations.NullMarked;
