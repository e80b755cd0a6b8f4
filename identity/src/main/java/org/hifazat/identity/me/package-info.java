/** What the signed-in person is. */
@NullMarked
package org.hifazat.identity.me;

import org.jspecify.annotations.NullMarked;
