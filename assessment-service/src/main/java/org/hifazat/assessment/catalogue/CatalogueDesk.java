package org.hifazat.assessment.catalogue;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hifazat.assessment.AssessmentConfig;
import org.hifazat.assessment.AssessmentProblem;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.instrument.Finding;
import org.hifazat.assessment.instrument.InstrumentShelf;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;

/** What every act in the catalogue begins and ends with. */
@ApplicationScoped
class CatalogueDesk {

  private final VersionRepository versions;
  private final Access access;
  private final CallerContext callers;
  private final AuditLog audit;
  private final Clock clock;
  private final AssessmentConfig config;

  CatalogueDesk(
      VersionRepository versions,
      Access access,
      CallerContext callers,
      AuditLog audit,
      Clock clock,
      AssessmentConfig config) {
    this.versions = versions;
    this.access = access;
    this.callers = callers;
    this.audit = audit;
    this.clock = clock;
    this.config = config;
  }

  /** The version as the catalogue holds it. */
  @Transactional(MANDATORY)
  InstrumentVersion read(AssessmentOperation operation, InstrumentShelf.Key key) {
    access.require(operation, Relation.NONE);
    return versions
        .row(key)
        .filter(InstrumentVersion::hasContent)
        .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
  }

  /** The version, when the caller saw its newest state. */
  @Transactional(MANDATORY)
  InstrumentVersion toChange(
      AssessmentOperation operation, InstrumentShelf.Key key, long expectedVersion) {
    InstrumentVersion version = read(operation, key);
    Preconditions.check(expectedVersion, version.rowVersion());
    return version;
  }

  /** The version, when it was never published. */
  @Transactional(MANDATORY)
  InstrumentVersion toChangeOpen(
      AssessmentOperation operation, InstrumentShelf.Key key, long expectedVersion) {
    InstrumentVersion version = toChange(operation, key, expectedVersion);
    if (!version.state().isOpen()) {
      throw new ProblemException(AssessmentProblem.INSTRUMENT_FIXED);
    }
    return version;
  }

  InstrumentVersion.Act act() {
    return new InstrumentVersion.Act(callers.current().staffId().orElseThrow(), now());
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), config.zone());
  }

  @Transactional(MANDATORY)
  void done(AssessmentOperation operation, InstrumentVersion version, String... codes) {
    versions.flush();
    audit.performed(
        operation.name(), "instrument", version.key().id() + "/" + version.key().version(), codes);
  }

  /** Findings as a problem's errors: places and codes. */
  static List<Violation> violations(List<Finding> findings) {
    return findings.stream()
        .map(
            finding ->
                new Violation(
                    finding.place().startsWith("/") ? finding.place() : "/" + finding.place(),
                    finding.code()))
        .distinct()
        .limit(100)
        .toList();
  }
}
