package org.hifazat.cases.closure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.Relations;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;

/** How a case ended and began again, with the words. */
@ApplicationScoped
public class EpisodeQueries {
  private final Session entities;
  private final CaseFiles files;
  private final ClosureWords words;
  private final Relations relations;
  private final Access access;
  private final AuditLog audit;

  EpisodeQueries(
      Session entities,
      CaseFiles files,
      ClosureWords words,
      Relations relations,
      Access access,
      AuditLog audit) {
    this.entities = entities;
    this.files = files;
    this.words = words;
    this.relations = relations;
    this.access = access;
    this.audit = audit;
  }

  public record ReadableClosure(CaseClosure closure, ClosureWords.Clear words) {}

  public record ReadableReopening(CaseReopening reopening, String explanation) {}

  /** Oldest first. */
  public record Episodes(List<ReadableClosure> closures, List<ReadableReopening> reopenings) {}

  /**
   * @throws ProblemException not-found or forbidden; the read is audited
   */
  @Transactional
  public Episodes ofCase(UUID caseId) {
    CaseFile file =
        files.withinReach(caseId).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    access.require(CaseOperation.VIEW_STANDING, relations.to(file), "case", caseId);
    audit.read(CaseOperation.VIEW_STANDING.name(), "case", caseId, "episodes");
    return new Episodes(
        entities
            .createQuery(
                "from CaseClosure where caseId = :case order by recordedAt, id", CaseClosure.class)
            .setParameter("case", caseId)
            .getResultList()
            .stream()
            .map(one -> new ReadableClosure(one, words.open(file.childId(), one)))
            .toList(),
        entities
            .createQuery(
                "from CaseReopening where caseId = :case order by episode", CaseReopening.class)
            .setParameter("case", caseId)
            .getResultList()
            .stream()
            .map(one -> new ReadableReopening(one, words.reopening(file.childId(), one)))
            .toList());
  }
}
