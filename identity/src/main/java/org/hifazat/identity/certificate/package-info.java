/** Courses passed. */
@NullMarked
package org.hifazat.identity.certificate;

import org.jspecify.annotations.NullMarked;
