/** Answers in an assessment that interrupt: who is told, and what must not be left undone. */
@NullMarked
package org.hifazat.cases.alarm;

import org.jspecify.annotations.NullMarked;
