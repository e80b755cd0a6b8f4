package org.hifazat.cases.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hifazat.cases.casefile.CaseFile;
import org.jspecify.annotations.Nullable;

/**
 * The stub of a transfer: number, from where to where, when, and what became of it. What the other
 * side needs to decide is in its {@link TransferContent}.
 */
@Entity
@Table(name = "case_transfer")
public class CaseTransfer {
  static final String PENDING = "pending";
  static final String ACCEPTED = "accepted";
  static final String DECLINED = "declined";
  static final String WITHDRAWN = "withdrawn";
  static final String CONSENT_ENDED = "consent-ended";

  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column(name = "case_number")
  private String caseNumber;

  @Column private String kind;

  @Column(name = "from_unit")
  private UUID fromUnit;

  @Column(name = "from_district")
  private String fromDistrict;

  @Column(name = "to_unit")
  private @Nullable UUID toUnit;

  @Column(name = "to_district")
  private @Nullable String toDistrict;

  @Column(name = "receiver_id")
  private @Nullable UUID receiverId;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "named_ids")
  private @Nullable List<UUID> namedIds;

  @Column private String reason;
  @Column private String state;

  @Column(name = "asked_by")
  private @Nullable UUID askedBy;

  @Column(name = "proposed_by")
  private UUID proposedBy;

  @Column(name = "proposed_at")
  private Instant proposedAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "decided_by")
  private @Nullable UUID decidedBy;

  @Column(name = "decided_at")
  private @Nullable Instant decidedAt;

  @Column(name = "decision_recorded_at")
  private @Nullable Instant decisionRecordedAt;

  @Column(name = "end_code")
  private @Nullable String endCode;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected CaseTransfer() {}

  /**
   * @param unit null where the case leaves the platform
   * @param receiver who alone may answer for a sealed case
   */
  record Destination(
      TransferKind kind, @Nullable UUID unit, @Nullable String district, @Nullable UUID receiver) {}

  /** Who did it, when it happened and when it was recorded. */
  record Act(UUID by, Instant happenedAt, Instant recordedAt) {}

  /**
   * @param askedBy who there had asked for the case; null where nobody had
   */
  static CaseTransfer proposed(
      UUID id, CaseFile file, Destination to, String reason, @Nullable UUID askedBy, Act act) {
    CaseTransfer transfer = new CaseTransfer();
    transfer.id = id;
    transfer.caseId = file.id();
    transfer.caseNumber = file.number();
    transfer.kind = to.kind().label();
    transfer.fromUnit = file.unitId();
    transfer.fromDistrict = file.districtCode();
    transfer.toUnit = to.unit();
    transfer.toDistrict = to.district();
    transfer.receiverId = to.receiver();
    transfer.namedIds = file.namedIds().orElse(null);
    transfer.reason = reason;
    transfer.askedBy = askedBy;
    transfer.state = PENDING;
    transfer.proposedBy = act.by();
    transfer.proposedAt = act.happenedAt().truncatedTo(ChronoUnit.MICROS);
    transfer.recordedAt = act.recordedAt();
    return transfer;
  }

  void end(String outcome, Act act) {
    if (!isPending()) {
      throw new IllegalStateException("only a pending transfer is answered or withdrawn");
    }
    state = outcome;
    decidedBy = act.by();
    decidedAt = act.happenedAt().truncatedTo(ChronoUnit.MICROS);
    decisionRecordedAt = act.recordedAt();
  }

  /** Nobody took it back: what it rested on has ended. */
  void stopWithConsent(Act act) {
    end(WITHDRAWN, act);
    endCode = CONSENT_ENDED;
  }

  /** Why the platform stopped it. */
  public Optional<String> endCode() {
    return Optional.ofNullable(endCode);
  }

  public boolean isPending() {
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

  public TransferKind kind() {
    return TransferKind.of(kind);
  }

  public UUID fromUnit() {
    return fromUnit;
  }

  public String fromDistrict() {
    return fromDistrict;
  }

  public Optional<UUID> toUnit() {
    return Optional.ofNullable(toUnit);
  }

  public Optional<String> toDistrict() {
    return Optional.ofNullable(toDistrict);
  }

  boolean isSealed() {
    return namedIds != null;
  }

  public String reason() {
    return reason;
  }

  public String state() {
    return state;
  }

  /** Who of the receiving unit had asked for it. */
  public Optional<UUID> askedBy() {
    return Optional.ofNullable(askedBy);
  }

  public UUID proposedBy() {
    return proposedBy;
  }

  public Instant proposedAt() {
    return proposedAt;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public Optional<Instant> decidedAt() {
    return Optional.ofNullable(decidedAt);
  }

  public long version() {
    return version;
  }
}
