package org.hifazat.cases.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.Relations;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.casefile.RiskLevel;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** How a case's risk came to be what it is, and what waits for a supervisor. */
@ApplicationScoped
public class RiskHistory {
  static final String REASON = "risk_lowering.reason";

  private final Session entities;
  private final CaseFiles files;
  private final FieldCipher cipher;
  private final Relations relations;
  private final Access access;
  private final AuditLog audit;

  RiskHistory(
      Session entities,
      CaseFiles files,
      FieldCipher cipher,
      Relations relations,
      Access access,
      AuditLog audit) {
    this.entities = entities;
    this.files = files;
    this.cipher = cipher;
    this.relations = relations;
    this.access = access;
    this.audit = audit;
  }

  /** What an assessment said, whether the level followed it or not. */
  public record Said(
      UUID assessmentId,
      String level,
      @Nullable String previousLevel,
      boolean applied,
      Instant conductedAt,
      Instant recordedAt) {}

  /** A supervisor followed an assessment that said less. */
  public record Lowered(
      UUID assessmentId,
      String from,
      String to,
      String reason,
      UUID decidedBy,
      Instant happenedAt,
      Instant recordedAt) {}

  /**
   * @param suggestion the newest assessment, where it says less than the case carries
   */
  public record Risk(
      CaseFile file,
      @Nullable Said suggestion,
      List<Said> assessments,
      List<Lowered> lowerings,
      boolean yoursToLower) {}

  /**
   * @throws ProblemException not-found or forbidden; the read is audited
   */
  @Transactional
  public Risk ofCase(UUID caseId) {
    CaseFile file =
        files.withinReach(caseId).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    var relation = relations.to(CaseOperation.VIEW_RISK, file);
    access.require(CaseOperation.VIEW_RISK, relation, "case", caseId);
    audit.read(CaseOperation.VIEW_RISK.name(), "case", caseId);
    return new Risk(
        file,
        suggestion(file).orElse(null),
        assessments(caseId),
        lowerings(file),
        access.permits(CaseOperation.LOWER_RISK, relation));
  }

  /** The newest assessment since the level was set, when it says less than the case carries. */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<Said> suggestion(CaseFile file) {
    Optional<RiskLevel> current = file.riskLevel();
    if (file.isClosed() || current.isEmpty()) {
      return Optional.empty();
    }
    return entities
        .createQuery(
            "from RiskChange where caseId = :case and setAt >= :since"
                + " order by setAt desc, recordedAt desc",
            RiskChange.class)
        .setParameter("case", file.id())
        .setParameter("since", file.riskSetAt().orElse(Instant.EPOCH))
        .setMaxResults(1)
        .getResultStream()
        .map(RiskChange::said)
        .filter(said -> RiskLevel.of(said.level()).lowerThan(current.get()))
        .findFirst();
  }

  private List<Said> assessments(UUID caseId) {
    return entities
        .createQuery(
            "from RiskChange where caseId = :case order by setAt, recordedAt", RiskChange.class)
        .setParameter("case", caseId)
        .getResultList()
        .stream()
        .map(RiskChange::said)
        .toList();
  }

  private List<Lowered> lowerings(CaseFile file) {
    return entities
        .createQuery(
            "from RiskLowering where caseId = :case order by happenedAt, recordedAt",
            RiskLowering.class)
        .setParameter("case", file.id())
        .getResultList()
        .stream()
        .map(
            one ->
                new Lowered(
                    one.assessmentId(),
                    one.fromLevel(),
                    one.toLevel(),
                    cipher.decrypt(file.childId(), REASON, one.id(), one.reason()),
                    one.decidedBy(),
                    one.happenedAt(),
                    one.recordedAt()))
        .toList();
  }
}
