package org.hifazat.referral.webhook;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something secret that signs, and the one before it while that signs too; both encrypted. The same
 * for what is an endpoint's own and what it shares with its receiver.
 */
@Embeddable
public class Succession {
  private byte[] present;
  private byte @Nullable [] previous;
  private @Nullable Instant until;

  @SuppressWarnings("NullAway.Init")
  protected Succession() {}

  static Succession beginning(byte[] present) {
    Succession succession = new Succession();
    succession.present = present;
    return succession;
  }

  /**
   * @param before the present one, encrypted for its new column; null when it is valid no more
   */
  void follow(byte[] fresh, byte @Nullable [] before, Instant end) {
    previous = before;
    until = before == null ? null : end;
    present = fresh;
  }

  byte[] present() {
    return present;
  }

  /** The one before, while it signs too. */
  Optional<byte[]> previous(Instant now) {
    return until(now).flatMap(end -> Optional.ofNullable(previous));
  }

  /** Until when the one before signs too; empty once it does not. */
  Optional<Instant> until(Instant now) {
    return Optional.ofNullable(until).filter(now::isBefore);
  }
}
