package org.hifazat.cases.closure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
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
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

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

  /** The last of each, the newest first. */
  public record Episodes(List<ReadableClosure> closures, List<ReadableReopening> reopenings) {}

  /**
   * @throws ProblemException not-found or forbidden; the read is audited
   */
  @Transactional
  public Episodes ofCase(UUID caseId, int limit) {
    CaseFile file = reach(caseId);
    return new Episodes(closures(file, null, limit), reopenings(file, null, limit));
  }

  /**
   * How it ended, the newest first.
   *
   * @throws ProblemException not-found or forbidden; the read is audited
   */
  @Transactional
  public List<ReadableClosure> closures(UUID caseId, @Nullable Cursor after, int limit) {
    return closures(reach(caseId), after, limit);
  }

  /**
   * How it began again, the newest first.
   *
   * @throws ProblemException not-found or forbidden; the read is audited
   */
  @Transactional
  public List<ReadableReopening> reopenings(UUID caseId, @Nullable Cursor after, int limit) {
    return reopenings(reach(caseId), after, limit);
  }

  private CaseFile reach(UUID caseId) {
    CaseFile file =
        files.withinReach(caseId).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    access.require(CaseOperation.VIEW_STANDING, relations.to(file), "case", caseId);
    audit.read(CaseOperation.VIEW_STANDING.name(), "case", caseId, "episodes");
    return file;
  }

  private List<ReadableClosure> closures(CaseFile file, @Nullable Cursor after, int limit) {
    return page(CaseClosure.class, file, after, limit).stream()
        .map(one -> new ReadableClosure(one, words.open(file.childId(), one)))
        .toList();
  }

  private List<ReadableReopening> reopenings(CaseFile file, @Nullable Cursor after, int limit) {
    return page(CaseReopening.class, file, after, limit).stream()
        .map(one -> new ReadableReopening(one, words.reopening(file.childId(), one)))
        .toList();
  }

  private <T> List<T> page(Class<T> kind, CaseFile file, @Nullable Cursor after, int limit) {
    String further =
        after == null ? "" : " and recordedAt <= :at and (recordedAt < :at or id < :id)";
    TypedQuery<T> query =
        entities
            .createQuery(
                "from %s where caseId = :case%s order by recordedAt desc, id desc"
                    .formatted(kind.getSimpleName(), further),
                kind)
            .setParameter("case", file.id())
            .setMaxResults(limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList();
  }
}
