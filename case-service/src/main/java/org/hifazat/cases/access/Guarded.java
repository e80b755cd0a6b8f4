package org.hifazat.cases.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A case, as far as it decides who stands how to it. */
public interface Guarded {
  UUID id();

  UUID unitId();

  /** Who is responsible. */
  Optional<UUID> ownerId();

  /** Who works on it besides the owner: the assigned psychologist, a second worker. */
  List<UUID> memberIds();

  /** Who alone may know of a sealed case; empty while it is not sealed. */
  Optional<List<UUID>> namedIds();
}
