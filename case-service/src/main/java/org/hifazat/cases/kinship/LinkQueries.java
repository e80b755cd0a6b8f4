package org.hifazat.cases.kinship;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.ReachCase;
import org.hifazat.cases.child.ReadableChildren;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** The links of a case, ended ones included. */
@ApplicationScoped
public class LinkQueries {
  /** As the database orders ids, which Java does not. */
  private static final Comparator<CaseLink> BY_ID =
      Comparator.comparing(link -> link.id().toString());

  private final Session entities;
  private final ReachCase reach;
  private final ReadableChildren readable;
  private final AuditLog audit;

  LinkQueries(Session entities, ReachCase reach, ReadableChildren readable, AuditLog audit) {
    this.entities = entities;
    this.reach = reach;
    this.readable = readable;
    this.audit = audit;
  }

  /**
   * As many statements however many links; the read is audited.
   *
   * @throws ProblemException not-found
   */
  @Transactional
  public List<KnownLink> ofCase(UUID caseId, @Nullable Cursor after, int limit) {
    reach.to(CaseOperation.VIEW_CASE_LINKS, caseId);
    audit.read(CaseOperation.VIEW_CASE_LINKS.name(), "case", caseId);
    return seenFrom(
        caseId,
        Stream.of("caseId", "otherCaseId")
            .flatMap(side -> from(side, caseId, after, limit).stream())
            .sorted(Comparator.comparing(CaseLink::recordedAt).thenComparing(BY_ID))
            .limit(limit)
            .toList());
  }

  /** Of one side: the index of that side has them in order, which no index has of both. */
  private List<CaseLink> from(String side, UUID caseId, @Nullable Cursor after, int limit) {
    String beyond =
        after == null ? "" : " and recordedAt >= :at and (recordedAt > :at or id > :id)";
    TypedQuery<CaseLink> query =
        entities
            .createQuery(
                "from CaseLink where %s = :case%s order by recordedAt, id".formatted(side, beyond),
                CaseLink.class)
            .setParameter("case", caseId)
            .setMaxResults(limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  List<KnownLink> seenFrom(UUID caseId, List<CaseLink> links) {
    List<UUID> others = links.stream().map(link -> link.otherThan(caseId).caseId()).toList();
    Set<UUID> within = withinReach(others);
    Map<UUID, String> names = readable.names(others);
    return links.stream()
        .map(
            link -> {
              CaseLink.Side other = link.otherThan(caseId);
              return new KnownLink(
                  link.id(),
                  link.kind(),
                  other.number(),
                  within.contains(other.caseId()) ? other.caseId() : null,
                  names.get(other.caseId()),
                  link.happenedAt(),
                  link.recordedAt(),
                  link.endedAt(),
                  link.version());
            })
        .toList();
  }

  private Set<UUID> withinReach(List<UUID> cases) {
    return cases.isEmpty()
        ? Set.of()
        : new HashSet<>(
            entities
                .createQuery("select id from CaseFile where id in :cases", UUID.class)
                .setParameter("cases", cases)
                .getResultList());
  }
}
