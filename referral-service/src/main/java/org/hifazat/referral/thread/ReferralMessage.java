package org.hifazat.referral.thread;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.referral.requests.Side;
import org.jspecify.annotations.Nullable;

/** What one side wrote to the other about a referral. */
@Entity
@Table(name = "referral_message")
class ReferralMessage {
  @Id private UUID id;

  @Column(name = "referral_id", updatable = false)
  private UUID referralId;

  @Column(updatable = false)
  private String side;

  @Column(updatable = false)
  private String author;

  @Column(updatable = false)
  private byte @Nullable [] name;

  @Column(updatable = false)
  private byte[] words;

  @Column(name = "sent_at", updatable = false)
  private Instant sentAt;

  @Column(name = "read_at")
  private @Nullable Instant readAt;

  @SuppressWarnings("NullAway.Init")
  protected ReferralMessage() {}

  static ReferralMessage written(
      UUID id, ThreadDesk.Place place, byte @Nullable [] name, byte[] words, Instant at) {
    ReferralMessage message = new ReferralMessage();
    message.id = id;
    message.referralId = place.referral().id();
    message.side = place.side().label();
    message.author = place.author();
    message.name = name;
    message.words = words;
    message.sentAt = at;
    return message;
  }

  /** The other side has it before its eyes for the first time. */
  void read(Instant at) {
    readAt = readAt == null ? at : readAt;
  }

  boolean isBy(Side one) {
    return side.equals(one.label());
  }

  UUID id() {
    return id;
  }

  UUID referralId() {
    return referralId;
  }

  String side() {
    return side;
  }

  String author() {
    return author;
  }

  byte @Nullable [] name() {
    return name;
  }

  byte[] words() {
    return words;
  }

  Instant sentAt() {
    return sentAt;
  }

  Optional<Instant> readAt() {
    return Optional.ofNullable(readAt);
  }
}
