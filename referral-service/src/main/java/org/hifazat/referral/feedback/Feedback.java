package org.hifazat.referral.feedback;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a child or a caregiver says of a service they were referred to. */
@Entity
@Table(name = "service_feedback")
public class Feedback {
  @Id private UUID id;

  @Column(name = "referral_id", updatable = false)
  private UUID referralId;

  @Column(name = "case_id", updatable = false)
  private UUID caseId;

  @Column(updatable = false)
  private String speaker;

  @Column(name = "how_asked", updatable = false)
  private String howAsked;

  @Column(name = "asked_alone", updatable = false)
  private boolean askedAlone;

  @Column(updatable = false)
  private int rating;

  @Column(updatable = false)
  private byte @Nullable [] words;

  @Column(name = "agency_may_know", updatable = false)
  private boolean agencyMayKnow;

  @Column private boolean concern;

  @Column(name = "happened_at", updatable = false)
  private Instant happenedAt;

  @Column(name = "recorded_at", updatable = false)
  private Instant recordedAt;

  @Column(name = "recorded_by", updatable = false)
  private UUID recordedBy;

  @Column(name = "released_at")
  private @Nullable Instant releasedAt;

  @Column(name = "withdrawn_at")
  private @Nullable Instant withdrawnAt;

  @Column(name = "withdrawn_by")
  private @Nullable UUID withdrawnBy;

  @SuppressWarnings("NullAway.Init")
  protected Feedback() {}

  /**
   * What was said.
   *
   * @param speaker child or caregiver
   * @param howAsked in-person, phone, pictures or writing
   * @param askedAlone nobody of the service, and nobody they may fear, was there
   * @param rating 1 to 5
   * @param agencyMayKnow they agree that the agency hears it
   * @param concern it says that somebody was harmed or badly treated there
   */
  public record Said(
      String speaker,
      String howAsked,
      boolean askedAlone,
      int rating,
      boolean agencyMayKnow,
      boolean concern,
      Instant happenedAt) {}

  static Feedback of(
      UUID id,
      UUID referralId,
      UUID caseId,
      Said said,
      byte @Nullable [] words,
      UUID recordedBy,
      Instant now) {
    Feedback feedback = new Feedback();
    feedback.id = id;
    feedback.referralId = referralId;
    feedback.caseId = caseId;
    feedback.speaker = said.speaker();
    feedback.howAsked = said.howAsked();
    feedback.askedAlone = said.askedAlone();
    feedback.rating = said.rating();
    feedback.words = words;
    feedback.agencyMayKnow = said.agencyMayKnow();
    feedback.concern = said.concern();
    feedback.happenedAt = said.happenedAt();
    feedback.recordedAt = now;
    feedback.recordedBy = recordedBy;
    return feedback;
  }

  /** Whether it was released; what endangers who said it never is, nor what was taken back. */
  boolean release(Instant now) {
    if (!agencyMayKnow || concern || withdrawnAt != null) {
      return false;
    }
    releasedAt = releasedAt == null ? now : releasedAt;
    return true;
  }

  /**
   * Takes back what was released.
   *
   * @param harm it was found to say that somebody was harmed there
   * @return false when the agency does not read it
   */
  boolean withdraw(boolean harm, UUID by, Instant now) {
    if (releasedAt == null || withdrawnAt != null) {
      return false;
    }
    concern = concern || harm;
    withdrawnAt = now;
    withdrawnBy = by;
    return true;
  }

  public UUID id() {
    return id;
  }

  UUID referralId() {
    return referralId;
  }

  UUID caseId() {
    return caseId;
  }

  public String speaker() {
    return speaker;
  }

  public String howAsked() {
    return howAsked;
  }

  public boolean askedAlone() {
    return askedAlone;
  }

  public int rating() {
    return rating;
  }

  byte @Nullable [] words() {
    return words;
  }

  public boolean agencyMayKnow() {
    return agencyMayKnow;
  }

  public boolean concern() {
    return concern;
  }

  public Instant happenedAt() {
    return happenedAt;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public Optional<Instant> releasedAt() {
    return Optional.ofNullable(releasedAt);
  }

  public Optional<Instant> withdrawnAt() {
    return Optional.ofNullable(withdrawnAt);
  }
}
