/** Fixtures and rules that the tests of all services share. */
@NullMarked
package org.hifazat.platform.testing;

import org.jspecify.annotations.NullMarked;
