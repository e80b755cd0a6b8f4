package org.hifazat.cases.caserequest;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.cases.casefile.NumberedCases;
import org.jspecify.annotations.Nullable;

/** That somebody asks for a case another has. */
@Entity
@Table(name = "case_request")
public class WantedCase {
  static final String WORDS = "case_request.words";
  static final String ANSWER = "case_request.answer";
  static final String ACCEPTED = "accepted";
  static final String REJECTED = "rejected";
  private static final String PENDING = "pending";

  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column(name = "case_number")
  private String caseNumber;

  @Column(name = "child_id")
  private UUID childId;

  @Column(name = "unit_id")
  private UUID unitId;

  @Column(name = "asked_by")
  private UUID askedBy;

  @Column(name = "asking_unit")
  private UUID askingUnit;

  @Column(name = "district_code")
  private @Nullable String districtCode;

  @Column private String reason;
  @Column private byte[] words;
  @Column private String state;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "decided_by")
  private @Nullable UUID decidedBy;

  @Column(name = "decided_at")
  private @Nullable Instant decidedAt;

  @Column(name = "decision_recorded_at")
  private @Nullable Instant decisionRecordedAt;

  @Column private byte @Nullable [] answer;

  @Column(name = "transfer_id")
  private @Nullable UUID transferId;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected WantedCase() {}

  /**
   * Who asks, and where the case would go.
   *
   * @param district where the child is; null within the unit
   */
  record Asker(UUID staff, UUID unit, @Nullable String district) {}

  static WantedCase asked(
      UUID id,
      NumberedCases.Numbered wanted,
      Asker asker,
      String reason,
      byte[] words,
      Instant now) {
    WantedCase request = new WantedCase();
    request.id = id;
    request.caseId = wanted.caseId();
    request.caseNumber = wanted.number();
    request.childId = wanted.childId();
    request.unitId = wanted.unitId();
    request.askedBy = asker.staff();
    request.askingUnit = asker.unit();
    request.districtCode = asker.district();
    request.reason = reason;
    request.words = words;
    request.state = PENDING;
    request.askedAt = now.truncatedTo(ChronoUnit.MICROS);
    return request;
  }

  /** Who answered, when it happened and when it was recorded. */
  record Act(UUID by, Instant happenedAt, Instant recordedAt) {}

  void accept(Act act, @Nullable UUID transfer) {
    end(ACCEPTED, act);
    transferId = transfer;
  }

  void reject(Act act, byte[] sealedAnswer) {
    end(REJECTED, act);
    answer = sealedAnswer;
  }

  private void end(String outcome, Act act) {
    if (!isPending()) {
      throw new IllegalStateException("a request is answered once");
    }
    state = outcome;
    decidedBy = act.by();
    decidedAt = act.happenedAt().truncatedTo(ChronoUnit.MICROS);
    decisionRecordedAt = act.recordedAt();
  }

  boolean isPending() {
    return state.equals(PENDING);
  }

  public UUID id() {
    return id;
  }

  public UUID caseId() {
    return caseId;
  }

  public String caseNumber() {
    return caseNumber;
  }

  UUID childId() {
    return childId;
  }

  /** The unit of the case, as long as nobody has answered. */
  public UUID unitId() {
    return unitId;
  }

  public UUID askedBy() {
    return askedBy;
  }

  public UUID askingUnit() {
    return askingUnit;
  }

  public Optional<String> districtCode() {
    return Optional.ofNullable(districtCode);
  }

  public String reason() {
    return reason;
  }

  byte[] words() {
    return words;
  }

  /** What became of it: pending, accepted, rejected or lapsed. */
  public String state() {
    return state;
  }

  public Instant askedAt() {
    return askedAt;
  }

  public Optional<Instant> decidedAt() {
    return Optional.ofNullable(decidedAt);
  }

  byte @Nullable [] answer() {
    return answer;
  }

  public Optional<UUID> transferId() {
    return Optional.ofNullable(transferId);
  }

  public long version() {
    return version;
  }
}
