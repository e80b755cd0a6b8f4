/** Partner agencies and their systems. */
@NullMarked
package org.hifazat.identity.agency;

import org.jspecify.annotations.NullMarked;
