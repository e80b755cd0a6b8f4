package org.hifazat.referral.requests;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.referral.access.LinkHolder;
import org.jspecify.annotations.Nullable;

/**
 * Who has a referral at its agency: a queue until somebody takes it, or one person from the first.
 */
@Embeddable
public class Handling {
  @Column(name = "acknowledged_at")
  private @Nullable Instant acknowledgedAt;

  @Column(name = "claimed_by")
  private @Nullable String claimedBy;

  @Column(name = "claimed_at")
  private @Nullable Instant claimedAt;

  @Column(name = "claimed_name")
  private byte @Nullable [] claimedName;

  @Column(name = "addressee_id")
  private @Nullable UUID addresseeId;

  @Column(name = "addressee_name")
  private byte @Nullable [] addresseeName;

  @Column(name = "handed_over")
  private @Nullable Boolean handedOver;

  protected Handling() {}

  /** Whoever had it has it no more. */
  void handOver(@Nullable Addressee addressee) {
    addressTo(addressee);
    handedOver = true;
    release();
  }

  void addressTo(@Nullable Addressee addressee) {
    addresseeId = addressee == null ? null : addressee.personId();
    addresseeName = addressee == null ? null : addressee.name();
  }

  /** The one person it is meant for. */
  Optional<UUID> addressee() {
    return Optional.ofNullable(addresseeId);
  }

  boolean isHandedOver() {
    return Boolean.TRUE.equals(handedOver);
  }

  byte @Nullable [] addresseeName() {
    return addresseeName;
  }

  void acknowledge(Instant at) {
    if (acknowledgedAt == null) {
      acknowledgedAt = at;
    }
  }

  void claim(String subject, byte @Nullable [] name, Instant at) {
    claimedBy = subject;
    claimedName = name;
    claimedAt = at;
    acknowledge(at);
  }

  void release() {
    claimedBy = null;
    claimedName = null;
    claimedAt = null;
  }

  public Optional<Instant> acknowledgedAt() {
    return Optional.ofNullable(acknowledgedAt);
  }

  /** The subject of their token. */
  public Optional<String> claimedBy() {
    return Optional.ofNullable(claimedBy);
  }

  /** Whether they said yes by a secure link. */
  public boolean isByLink() {
    return claimedBy().filter(LinkHolder::isLink).isPresent();
  }

  public Optional<Instant> claimedAt() {
    return Optional.ofNullable(claimedAt);
  }

  byte @Nullable [] claimedName() {
    return claimedName;
  }
}
