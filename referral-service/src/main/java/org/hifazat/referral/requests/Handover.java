package org.hifazat.referral.requests;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What was meant for one person of the agency went to another there, or into its queue. */
@Entity
@Immutable
@Table(name = "referral_handover")
class Handover {
  /** Why. */
  enum Why {
    LEFT,
    HANDED_OVER;

    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Who did it. */
  enum By {
    AGENCY,
    COMMISSION,
    PLATFORM;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Id private UUID id;

  @Column(name = "referral_id")
  private UUID referralId;

  @Column(name = "from_person")
  private UUID fromPerson;

  @Column(name = "to_person")
  private @Nullable UUID toPerson;

  @Column(name = "to_name")
  private byte @Nullable [] toName;

  @Column private String why;
  @Column private byte @Nullable [] reason;

  @Column(name = "by_side")
  private String bySide;

  @Column private String actor;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @SuppressWarnings("NullAway.Init")
  protected Handover() {}

  /** Words already encrypted. */
  record Made(
      UUID id,
      UUID referralId,
      UUID from,
      @Nullable UUID to,
      byte @Nullable [] toName,
      Why why,
      byte @Nullable [] reason,
      By by,
      String actor,
      Instant at) {}

  static Handover of(Made made) {
    Handover handover = new Handover();
    handover.id = made.id();
    handover.referralId = made.referralId();
    handover.fromPerson = made.from();
    handover.toPerson = made.to();
    handover.toName = made.toName();
    handover.why = made.why().label();
    handover.reason = made.reason();
    handover.bySide = made.by().label();
    handover.actor = made.actor();
    handover.recordedAt = made.at();
    return handover;
  }

  UUID id() {
    return id;
  }

  byte @Nullable [] toName() {
    return toName;
  }

  String why() {
    return why;
  }

  byte @Nullable [] reason() {
    return reason;
  }

  String by() {
    return bySide;
  }

  Instant at() {
    return recordedAt;
  }
}
