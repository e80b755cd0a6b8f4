@NullMarked
package org.hifazat.cases.conference;

import org.jspecify.annotations.NullMarked;
