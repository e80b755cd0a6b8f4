package org.hifazat.cases.caserequest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.Role;
import org.hifazat.platform.persistence.ErasedSubjectException;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.persistence.UnreadableFieldException;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Requests for cases, as who asked and who is responsible read them. */
@ApplicationScoped
public class CaseRequestQueries {
  private final Session entities;
  private final FieldCipher cipher;
  private final CallerContext callers;
  private final AuditLog audit;

  CaseRequestQueries(Session entities, FieldCipher cipher, CallerContext callers, AuditLog audit) {
    this.entities = entities;
    this.cipher = cipher;
    this.callers = callers;
    this.audit = audit;
  }

  /**
   * A request in clear.
   *
   * @param caseWithinReach whether the reader can open the case
   */
  public record Read(
      WantedCase request, String words, @Nullable String answer, boolean caseWithinReach) {}

  /** Waiting for an answer, the oldest first, or one's own, the newest first. */
  public enum Direction {
    IN,
    OUT
  }

  /** A supervisor reads what waits in the unit, anybody else what is asked of their own cases. */
  @Transactional
  public List<Read> page(Direction direction, @Nullable Cursor after, int limit) {
    Caller caller = callers.current();
    UUID staff = caller.staffId().orElseThrow();
    Optional<UUID> unit = caller.unitId();
    if (unit.isEmpty()) {
      return List.of();
    }
    TypedQuery<WantedCase> query =
        entities
            .createQuery(text(direction, caller.has(Role.SUPERVISOR), after), WantedCase.class)
            .setMaxResults(limit);
    if (direction == Direction.IN) {
      query.setParameter("unit", unit.get());
    }
    if (direction == Direction.OUT || !caller.has(Role.SUPERVISOR)) {
      query.setParameter("staff", staff);
    }
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return read(query.getResultList());
  }

  private static String text(Direction direction, boolean supervisor, @Nullable Cursor after) {
    return switch (direction) {
      case IN ->
          "from WantedCase r where r.unitId = :unit and r.state = 'pending'"
              + (supervisor
                  ? ""
                  : " and exists (select 1 from CaseFile f"
                      + " where f.id = r.caseId and f.ownerId = :staff)")
              + (after == null ? "" : " and r.askedAt >= :at and (r.askedAt > :at or r.id > :id)")
              + " order by r.askedAt, r.id";
      case OUT ->
          "from WantedCase r where r.askedBy = :staff"
              + (after == null ? "" : " and r.askedAt <= :at and (r.askedAt < :at or r.id < :id)")
              + " order by r.askedAt desc, r.id desc";
    };
  }

  /**
   * One of those the caller asked or may answer: the row policy says which.
   *
   * @throws ProblemException not-found
   */
  @Transactional
  public Read read(UUID id) {
    Read found = one(id);
    audit.read(CaseOperation.LIST_CASE_REQUESTS.name(), "case-request", id);
    return found;
  }

  /** For whoever has just asked or answered. */
  @Transactional
  public Read one(UUID id) {
    return read(List.of(
            Optional.ofNullable(entities.find(WantedCase.class, id))
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND))))
        .getFirst();
  }

  private List<Read> read(List<WantedCase> requests) {
    cipher.preload(requests.stream().map(WantedCase::childId).distinct().toList());
    Set<UUID> reached = reached(requests.stream().map(WantedCase::caseId).toList());
    return requests.stream()
        .map(request -> open(request, reached.contains(request.caseId())))
        .toList();
  }

  /** That somebody asked stays to be seen, also when the words went with the child's key. */
  private Read open(WantedCase request, boolean reached) {
    try {
      String words =
          cipher.decrypt(request.childId(), WantedCase.WORDS, request.id(), request.words());
      return new Read(request, words, answer(request), reached);
    } catch (ErasedSubjectException | UnreadableFieldException gone) {
      return new Read(request, "", null, reached);
    }
  }

  private @Nullable String answer(WantedCase request) {
    byte[] sealed = request.answer();
    return sealed == null
        ? null
        : cipher.decrypt(request.childId(), WantedCase.ANSWER, request.id(), sealed);
  }

  private Set<UUID> reached(Collection<UUID> cases) {
    return cases.isEmpty()
        ? Set.of()
        : new HashSet<>(
            entities
                .createQuery("select f.id from CaseFile f where f.id in :cases", UUID.class)
                .setParameter("cases", cases)
                .getResultList());
  }
}
