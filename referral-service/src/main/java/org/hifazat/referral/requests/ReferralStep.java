package org.hifazat.referral.requests;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One change of a referral's state: from, to, by which side and when. */
@Entity
@Immutable
@Table(name = "referral_step")
public class ReferralStep {
  @Id private UUID id;

  @Column(name = "referral_id")
  private UUID referralId;

  @Column(name = "from_status")
  private String fromStatus;

  @Column(name = "to_status")
  private String toStatus;

  @Column private String side;
  @Column private String actor;

  @Column(name = "happened_at")
  private Instant happenedAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @SuppressWarnings("NullAway.Init")
  protected ReferralStep() {}

  /**
   * @param actor id of the staff member or the partner's account
   */
  record Made(
      UUID id,
      ReferralStatus from,
      Side side,
      String actor,
      Instant happenedAt,
      Instant recordedAt) {}

  static ReferralStep of(Referral referral, Made made) {
    ReferralStep step = new ReferralStep();
    step.id = made.id();
    step.referralId = referral.id();
    step.fromStatus = made.from().label();
    step.toStatus = referral.status().label();
    step.side = made.side().label();
    step.actor = made.actor();
    step.happenedAt = made.happenedAt();
    step.recordedAt = made.recordedAt();
    return step;
  }

  public UUID referralId() {
    return referralId;
  }

  public String from() {
    return fromStatus;
  }

  public String to() {
    return toStatus;
  }

  public Instant at() {
    return happenedAt;
  }

  public String side() {
    return side;
  }
}
