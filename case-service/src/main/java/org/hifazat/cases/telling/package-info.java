/** What is due is told, each once. */
@NullMarked
package org.hifazat.cases.telling;

import org.jspecify.annotations.NullMarked;
