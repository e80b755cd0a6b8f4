package org.hifazat.cases.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseHistory;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** A case's consents, in the order they happened, and the overrides a unit has to countersign. */
@ApplicationScoped
public class ConsentQueries {
  static final String WITNESS = "consent.witness";

  private final Session entities;
  private final CallerContext callers;

  ConsentQueries(Session entities, CallerContext callers) {
    this.entities = entities;
    this.callers = callers;
  }

  /** An override that waits for its second person. */
  public record Awaiting(ConsentOverride override, String caseNumber) {}

  @Transactional(Transactional.TxType.MANDATORY)
  public List<Consent> ofCase(UUID caseId) {
    return entities
        .createQuery(
            "from Consent where caseId = :case order by happenedAt, recordedAt, id", Consent.class)
        .setParameter("case", caseId)
        .getResultList();
  }

  /** The same over a case and those that went into it. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<Consent> ofHistory(CaseHistory.Parts parts) {
    return entities
        .createQuery(
            "from Consent where caseId in (:cases) order by happenedAt, recordedAt, id",
            Consent.class)
        .setParameter("cases", parts.ids())
        .getResultList();
  }

  /** Of a case and those that went into it, the newest first. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<Consent> page(CaseHistory.Parts parts, @Nullable Cursor after, int limit) {
    String further =
        after == null ? "" : " and happenedAt <= :at and (happenedAt < :at or id < :id)";
    TypedQuery<Consent> query =
        entities
            .createQuery(
                "from Consent where caseId in (:cases)"
                    + further
                    + " order by happenedAt desc, id desc",
                Consent.class)
            .setParameter("cases", parts.ids())
            .setMaxResults(limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList();
  }

  /** What a case stands by; one statement. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<Consent> counting(UUID caseId) {
    return counting(
        caseId,
        entities
            .createNativeQuery(
                "select * from consent where case_id in (select history_of_case(:case))"
                    + " order by happened_at, recorded_at, id",
                Consent.class)
            .setParameter("case", caseId)
            .getResultList());
  }

  /**
   * Its own words, and of those that went into it every no that was not taken back there: a yes was
   * given for that case alone, a no to the child's case whatever its number.
   */
  static List<Consent> counting(UUID caseId, List<Consent> history) {
    return history.stream()
        .filter(word -> word.caseId().equals(caseId) || isLastNo(word, history))
        .toList();
  }

  private static boolean isLastNo(Consent word, List<Consent> history) {
    return !word.isGiven()
        && history.subList(history.indexOf(word) + 1, history.size()).stream()
            .noneMatch(
                later ->
                    later.isGiven() && later.answers(word) && ConsentMatter.of(word).isOf(later));
  }

  /** The unit's, the one that lapses first before all others. */
  @Transactional
  public List<Awaiting> awaiting(@Nullable Cursor after, int limit) {
    Optional<UUID> unit = callers.current().unitId();
    if (unit.isEmpty()) {
      return List.of();
    }
    String text =
        "select o, f from ConsentOverride o join CaseFile f on f.id = o.caseId"
            + " where f.unitId = :unit and o.state = 'awaiting'";
    if (after != null) {
      text += " and o.dueAt >= :at and (o.dueAt > :at or o.id > :id)";
    }
    TypedQuery<Object[]> query =
        entities
            .createQuery(text + " order by o.dueAt, o.id", Object[].class)
            .setParameter("unit", unit.get())
            .setMaxResults(limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList().stream()
        .map(row -> new Awaiting((ConsentOverride) row[0], ((CaseFile) row[1]).number()))
        .toList();
  }
}
