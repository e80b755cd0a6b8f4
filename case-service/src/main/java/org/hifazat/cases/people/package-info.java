@NullMarked
package org.hifazat.cases.people;

import org.jspecify.annotations.NullMarked;
