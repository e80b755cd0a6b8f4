package org.hifazat.platform.persistence;

import java.util.UUID;

/** The only maker of identifiers. */
public interface IdSource {
  /** A new UUIDv7; ids from one source are strictly increasing, also within one millisecond. */
  UUID next();
}
