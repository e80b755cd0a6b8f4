/** Child Protection Units. */
@NullMarked
package org.hifazat.identity.unit;

import org.jspecify.annotations.NullMarked;
