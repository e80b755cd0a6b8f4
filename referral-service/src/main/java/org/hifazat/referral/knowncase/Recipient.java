package org.hifazat.referral.knowncase;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** With whom a case may be shared, and to whom a referral goes. */
public sealed interface Recipient {
  UUID id();

  /** An agency of the directory. */
  record Agency(UUID id) implements Recipient {}

  /** Somebody whom consent names and no directory has; the case service alone knows who. */
  record Outside(UUID id) implements Recipient {}

  /** The agency, where it is one. */
  default Optional<UUID> agency() {
    return switch (this) {
      case Agency agency -> Optional.of(agency.id());
      case Outside outside -> Optional.empty();
    };
  }

  /** Who is no agency of the directory. */
  default Optional<UUID> outside() {
    return switch (this) {
      case Agency agency -> Optional.empty();
      case Outside outside -> Optional.of(outside.id());
    };
  }

  /** Of the two columns that hold one; empty where neither does. */
  static Optional<Recipient> of(@Nullable UUID agencyId, @Nullable UUID recipientId) {
    if (agencyId != null) {
      return Optional.of(new Agency(agencyId));
    }
    return recipientId == null ? Optional.empty() : Optional.of(new Outside(recipientId));
  }
}
