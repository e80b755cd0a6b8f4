package org.hifazat.referral.requests;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long the packet of a referral is read by whom it was sent to: never longer than both say. */
@Embeddable
class PacketTerm {
  @Column(name = "packet_closed_at")
  private @Nullable Instant closedAt;

  @Column(name = "packet_until")
  private @Nullable Instant until;

  protected PacketTerm() {}

  /** From now on, or since it was closed before. */
  void close(Instant at) {
    closedAt = closedAt == null ? at : closedAt;
  }

  void endAt(Instant last) {
    until = last;
  }

  PacketState state(Instant now) {
    if (closedAt != null) {
      return PacketState.CONSENT_ENDED;
    }
    return until == null || now.isBefore(until) ? PacketState.READABLE : PacketState.TIME_OVER;
  }

  Optional<Instant> until() {
    return Optional.ofNullable(until);
  }
}
