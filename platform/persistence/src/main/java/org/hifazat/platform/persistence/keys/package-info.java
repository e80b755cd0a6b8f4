/** The key files of a service: made once, read at start, never written to the database. */
@NullMarked
package org.hifazat.platform.persistence.keys;

import org.jspecify.annotations.NullMarked;
