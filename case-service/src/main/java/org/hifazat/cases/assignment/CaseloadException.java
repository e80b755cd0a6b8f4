package org.hifazat.cases.assignment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.cases.caseload.Caseload;
import org.jspecify.annotations.Nullable;

/** A supervisor's request to the Commission that one worker may have one more case, in numbers. */
@Entity
@Table(name = "caseload_exception")
public class CaseloadException {
  private static final String PENDING = "pending";
  private static final String APPROVED = "approved";
  private static final String DECLINED = "declined";
  private static final String USED = "used";

  @Id private UUID id;

  @Column(name = "unit_id")
  private UUID unitId;

  @Column(name = "staff_id")
  private UUID staffId;

  @Column(name = "open_cases")
  private int openCases;

  @Column private BigDecimal weighted;
  @Column private String state;

  @Column(name = "requested_by")
  private UUID requestedBy;

  @Column(name = "requested_at")
  private Instant requestedAt;

  @Column(name = "decided_by")
  private @Nullable UUID decidedBy;

  @Column(name = "decided_at")
  private @Nullable Instant decidedAt;

  @Column(name = "used_at")
  private @Nullable Instant usedAt;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected CaseloadException() {}

  static CaseloadException requested(
      UUID id, UUID unit, UUID staff, Caseload load, UUID by, Instant at) {
    CaseloadException request = new CaseloadException();
    request.id = id;
    request.unitId = unit;
    request.staffId = staff;
    request.openCases = load.open();
    request.weighted = load.weighted();
    request.state = PENDING;
    request.requestedBy = by;
    request.requestedAt = at;
    return request;
  }

  /** False when it was decided before. */
  boolean decide(boolean approved, UUID by, Instant at) {
    if (!state.equals(PENDING)) {
      return false;
    }
    state = approved ? APPROVED : DECLINED;
    decidedBy = by;
    decidedAt = at;
    return true;
  }

  void use(Instant at) {
    state = USED;
    usedAt = at;
  }

  public UUID id() {
    return id;
  }

  public UUID unitId() {
    return unitId;
  }

  public UUID staffId() {
    return staffId;
  }

  public int openCases() {
    return openCases;
  }

  public BigDecimal weighted() {
    return weighted;
  }

  public String state() {
    return state;
  }

  public UUID requestedBy() {
    return requestedBy;
  }

  public Instant requestedAt() {
    return requestedAt;
  }

  public Optional<Instant> decidedAt() {
    return Optional.ofNullable(decidedAt);
  }

  public long version() {
    return version;
  }
}
