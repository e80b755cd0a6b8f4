package org.hifazat.referral.requests;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.referral.knowncase.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * A request to another agency, or to somebody no directory has, for a service to a child.
 * Responsibility for the case stays.
 */
@Entity
@Table(name = "referral")
public class Referral {
  @Id private UUID id;

  @Column(name = "case_id", updatable = false)
  private UUID caseId;

  @Column(name = "unit_id", updatable = false)
  private UUID unitId;

  @Column(name = "district_code", updatable = false)
  private String districtCode;

  @Column(name = "requested_by", updatable = false)
  private UUID requestedBy;

  @Column(name = "service_id", updatable = false)
  private @Nullable UUID serviceId;

  @Column(name = "agency_id", updatable = false)
  private @Nullable UUID agencyId;

  @Column(name = "recipient_id", updatable = false)
  private @Nullable UUID recipientId;

  @Column(updatable = false)
  private String category;

  @Column(updatable = false)
  private String priority;

  @Column(name = "reason_code", updatable = false)
  private String reasonCode;

  @Column private String status;

  @Column(name = "status_at")
  private Instant statusAt;

  @Column(name = "status_reason")
  private byte @Nullable [] statusReason;

  @Column(name = "status_code")
  private @Nullable String statusCode;

  @Embedded private @Nullable PacketTerm packetTerm;

  @Column(name = "part_of", updatable = false)
  private @Nullable UUID partOf;

  @Column(name = "action_id", updatable = false)
  private @Nullable UUID actionId;

  @Embedded private @Nullable Handling handling;

  /** Read only where it is shown: lists hold thousands of referrals. */
  @Basic(fetch = FetchType.LAZY)
  @Column(updatable = false)
  private byte[] packet;

  @Embedded private Ground ground;

  @Column(name = "authored_at", updatable = false)
  private Instant authoredAt;

  @Column(name = "recorded_at", updatable = false)
  private Instant recordedAt;

  @Column(name = "respond_by", updatable = false)
  private Instant respondBy;

  @Column(name = "complete_by", updatable = false)
  private Instant completeBy;

  @Embedded private @Nullable Answer answer;

  @Column(name = "last_modified")
  private Instant lastModified;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected Referral() {}

  static Referral requested(NewReferral draft, Instant now) {
    Referral referral = new Referral();
    referral.id = draft.id();
    referral.caseId = draft.caseId();
    referral.unitId = draft.unitId();
    referral.districtCode = draft.districtCode();
    referral.requestedBy = draft.requestedBy();
    referral.serviceId = draft.serviceId();
    referral.agencyId = draft.recipient().agency().orElse(null);
    referral.recipientId = draft.recipient().outside().orElse(null);
    referral.category = draft.category();
    referral.priority = draft.priority();
    referral.reasonCode = draft.reasonCode();
    referral.status = ReferralStatus.REQUESTED.label();
    referral.packet = draft.packet();
    referral.ground = new Ground(draft.basis());
    referral.partOf = draft.partOf();
    referral.actionId = draft.actionId();
    referral.authoredAt = draft.authoredAt();
    referral.statusAt = draft.authoredAt();
    referral.respondBy = draft.due().respondBy();
    referral.completeBy = draft.due().completeBy();
    referral.recordedAt = now;
    referral.lastModified = now;
    if (draft.addressee() != null) {
      referral.handled().addressTo(draft.addressee());
    }
    return referral;
  }

  Step move(ReferralStatus next, Side by, Instant at, StepReason reason, Instant now) {
    ReferralStatus from = status();
    if (!from.mayBecome(next, by)) {
      return new Step.NotAllowed();
    }
    if (PeoplesTime.isBefore(at, authoredAt)) {
      return new Step.BeforeTheReferral();
    }
    if (PeoplesTime.isBefore(at, statusAt)) {
      return new Step.BeforeTheLastStep();
    }
    status = next.label();
    statusAt = at;
    statusReason = reason.text();
    statusCode = reason.code();
    lastModified = now;
    return new Step.Made(from);
  }

  /** It was never meant for the agency: nothing of it is read there from now on. */
  void takeBack(Instant at) {
    term().close(at);
  }

  void readableUntil(Instant until) {
    term().endAt(until);
  }

  private PacketTerm term() {
    if (packetTerm == null) {
      packetTerm = new PacketTerm();
    }
    return packetTerm;
  }

  /** Whether the agency reads the packet. */
  public PacketState packetState(Instant now) {
    if (status() == ReferralStatus.ENTERED_IN_ERROR) {
      return PacketState.TAKEN_BACK;
    }
    return packetTerm == null ? PacketState.READABLE : packetTerm.state(now);
  }

  void acknowledge(Instant at, Instant now) {
    handled().acknowledge(at);
    lastModified = now;
  }

  void claim(String subject, byte @Nullable [] name, Instant at, Instant now) {
    handled().claim(subject, name, at);
    lastModified = now;
  }

  void release(Instant now) {
    handled().release();
    lastModified = now;
  }

  /** Meant for this person from now on, or for the agency's queue. */
  void handOver(@Nullable Addressee addressee, Instant now) {
    handled().handOver(addressee);
    lastModified = now;
  }

  /** The one person of the agency it is meant for; empty for the queue. */
  public Optional<UUID> addressee() {
    return handling().flatMap(Handling::addressee);
  }

  private Handling handled() {
    if (handling == null) {
      handling = new Handling();
    }
    return handling;
  }

  /** Who has it at the agency; empty while nobody there was heard of. */
  public Optional<Handling> handling() {
    return Optional.ofNullable(handling);
  }

  public Optional<UUID> partOf() {
    return Optional.ofNullable(partOf);
  }

  /** The action of the case plan it is to carry out. */
  public Optional<UUID> actionId() {
    return Optional.ofNullable(actionId);
  }

  public Optional<Instant> packetUntil() {
    return Optional.ofNullable(packetTerm).flatMap(PacketTerm::until);
  }

  /**
   * Nothing may be shared any more: the agency reads the packet no longer, and what is open is
   * cancelled, whenever the last step was told of.
   *
   * @return whether it was open
   */
  boolean sharingEnded(String code, Instant at, Instant now) {
    term().close(at);
    lastModified = now;
    return callOff(code, at, now);
  }

  /**
   * The platform cancels what is open, whenever the last step was told of; false when it is not.
   */
  boolean callOff(String code, Instant at, Instant now) {
    if (!status().mayBecome(ReferralStatus.CANCELLED, Side.REQUESTER)) {
      return false;
    }
    status = ReferralStatus.CANCELLED.label();
    statusAt = at.isBefore(statusAt) ? statusAt : at;
    statusReason = null;
    statusCode = code;
    lastModified = now;
    return true;
  }

  void outcome(String code, byte @Nullable [] text, Instant at) {
    answered().came(code, text, at);
  }

  private Answer answered() {
    if (answer == null) {
      answer = new Answer();
    }
    return answer;
  }

  private Optional<Answer> answer() {
    return Optional.ofNullable(answer);
  }

  Closing closeLoop(Instant at, byte @Nullable [] note, Instant now) {
    if (loopClosedAt().isPresent() || !status().isAnswered()) {
      return Closing.NO_ANSWER_YET_OR_CLOSED;
    }
    if (PeoplesTime.isBefore(at, statusAt)) {
      return Closing.BEFORE_THE_ANSWER;
    }
    answered().closeLoop(at, note);
    lastModified = now;
    return Closing.CLOSED;
  }

  public UUID id() {
    return id;
  }

  public UUID caseId() {
    return caseId;
  }

  public UUID unitId() {
    return unitId;
  }

  public String districtCode() {
    return districtCode;
  }

  public UUID requestedBy() {
    return requestedBy;
  }

  /** Of the directory; empty where whoever is asked is not in it. */
  public Optional<UUID> serviceId() {
    return Optional.ofNullable(serviceId);
  }

  /** Whom it was sent to. */
  public Recipient recipient() {
    return Recipient.of(agencyId, recipientId).orElseThrow();
  }

  /** The agency asked; empty where whoever is asked is outside the directory. */
  public Optional<UUID> agencyId() {
    return Optional.ofNullable(agencyId);
  }

  public boolean isOutside() {
    return recipientId != null;
  }

  public String category() {
    return category;
  }

  public String priority() {
    return priority;
  }

  public String reasonCode() {
    return reasonCode;
  }

  public ReferralStatus status() {
    return ReferralStatus.of(status);
  }

  Instant statusAt() {
    return statusAt;
  }

  /** Why, by code; consent-withdrawn and consent-lapsed also where the platform cancelled it. */
  public Optional<String> statusCode() {
    return Optional.ofNullable(statusCode);
  }

  byte @Nullable [] statusReason() {
    return statusReason;
  }

  byte[] packet() {
    return packet;
  }

  public boolean consentOverridden() {
    return ground.isOverride();
  }

  public Instant authoredAt() {
    return authoredAt;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public Instant respondBy() {
    return respondBy;
  }

  public Instant completeBy() {
    return completeBy;
  }

  public Optional<String> outcomeCode() {
    return answer().flatMap(Answer::code);
  }

  byte @Nullable [] outcomeText() {
    return answer == null ? null : answer.text();
  }

  public Optional<Instant> outcomeAt() {
    return answer().flatMap(Answer::at);
  }

  public Optional<Instant> loopClosedAt() {
    return answer().flatMap(Answer::loopClosedAt);
  }

  public Instant lastModified() {
    return lastModified;
  }

  public long version() {
    return version;
  }
}
