package org.hifazat.cases.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
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
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursor;
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
   * The last of each, the newest first.
   *
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
  public Risk ofCase(UUID caseId, int limit) {
    Reached reached = reach(caseId);
    CaseFile file = reached.file();
    return new Risk(
        file,
        suggestion(file).orElse(null),
        said(file, null, limit),
        lowered(file, null, limit),
        access.permits(CaseOperation.LOWER_RISK, reached.relation()));
  }

  /**
   * What assessments said, the newest first.
   *
   * @throws ProblemException not-found or forbidden; the read is audited
   */
  @Transactional
  public List<Said> assessments(UUID caseId, @Nullable Cursor after, int limit) {
    return said(reach(caseId).file(), after, limit);
  }

  /**
   * What supervisors followed, the newest first.
   *
   * @throws ProblemException not-found or forbidden; the read is audited
   */
  @Transactional
  public List<Lowered> lowerings(UUID caseId, @Nullable Cursor after, int limit) {
    return lowered(reach(caseId).file(), after, limit);
  }

  private record Reached(CaseFile file, Relation relation) {}

  private Reached reach(UUID caseId) {
    CaseFile file =
        files.withinReach(caseId).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    Relation relation = relations.to(CaseOperation.VIEW_RISK, file);
    access.require(CaseOperation.VIEW_RISK, relation, "case", caseId);
    audit.read(CaseOperation.VIEW_RISK.name(), "case", caseId);
    return new Reached(file, relation);
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

  private List<Said> said(CaseFile file, @Nullable Cursor after, int limit) {
    return page(RiskChange.class, "setAt", file, after, limit).stream()
        .map(RiskChange::said)
        .toList();
  }

  private List<Lowered> lowered(CaseFile file, @Nullable Cursor after, int limit) {
    return page(RiskLowering.class, "happenedAt", file, after, limit).stream()
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

  /** Of one time by the assessment, of which a case has each but once. */
  private <T> List<T> page(
      Class<T> kind, String at, CaseFile file, @Nullable Cursor after, int limit) {
    String further =
        after == null
            ? ""
            : " and %1$s <= :at and (%1$s < :at or assessmentId < :id)".formatted(at);
    TypedQuery<T> query =
        entities
            .createQuery(
                "from %s where caseId = :case%s order by %s desc, assessmentId desc"
                    .formatted(kind.getSimpleName(), further, at),
                kind)
            .setParameter("case", file.id())
            .setMaxResults(limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList();
  }
}
