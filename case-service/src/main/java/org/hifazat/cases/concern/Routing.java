package org.hifazat.cases.concern;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A report went from one district's queue to another's. */
@Entity
@Immutable
@Table(name = "concern_routing")
class Routing {
  @Id private UUID id;

  @Column(name = "report_id")
  private UUID reportId;

  @Column(name = "from_district")
  private String fromDistrict;

  @Column(name = "from_unit")
  private @Nullable UUID fromUnit;

  @Column(name = "to_district")
  private String toDistrict;

  @Column(name = "to_unit")
  private @Nullable UUID toUnit;

  @Column private boolean back;
  @Column private byte[] reason;

  @Column(name = "routed_by")
  private UUID routedBy;

  @Column(name = "routed_at")
  private Instant routedAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @SuppressWarnings("NullAway.Init")
  protected Routing() {}

  /**
   * @param back to a unit that gave the report away before
   */
  record Way(String district, @Nullable UUID unit, boolean back) {}

  static Routing of(
      UUID id,
      ConcernReport report,
      Way way,
      byte[] reason,
      UUID by,
      Instant at,
      Instant recorded) {
    Routing routing = new Routing();
    routing.id = id;
    routing.reportId = report.id();
    routing.fromDistrict = report.districtCode();
    routing.fromUnit = report.unitId().orElse(null);
    routing.toDistrict = way.district();
    routing.toUnit = way.unit();
    routing.back = way.back();
    routing.reason = reason;
    routing.routedBy = by;
    routing.routedAt = at.truncatedTo(ChronoUnit.MICROS);
    routing.recordedAt = recorded;
    return routing;
  }

  UUID id() {
    return id;
  }

  String fromDistrict() {
    return fromDistrict;
  }

  @Nullable UUID fromUnit() {
    return fromUnit;
  }

  String toDistrict() {
    return toDistrict;
  }

  @Nullable UUID toUnit() {
    return toUnit;
  }

  boolean isBack() {
    return back;
  }

  byte[] reason() {
    return reason;
  }

  Instant routedAt() {
    return routedAt;
  }
}
