package org.hifazat.cases.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** Pages of the lists that are taken out, within the caller's reach. */
@ApplicationScoped
class ListRows {
  private final Session entities;

  ListRows(Session entities) {
    this.entities = entities;
  }

  record CaseRow(
      UUID id,
      String number,
      String state,
      String riskLevel,
      String sex,
      int birthYear,
      String districtCode,
      Instant openedAt,
      @Nullable Instant nextDueAt) {
    Cursor cursor() {
      return new Cursor(openedAt, id);
    }
  }

  record TaskRow(UUID id, String number, String kind, Instant dueAt) {
    Cursor cursor() {
      return new Cursor(dueAt, id);
    }
  }

  @Transactional(Transactional.TxType.MANDATORY)
  List<CaseRow> cases(UUID unit, @Nullable UUID owner, @Nullable Cursor after, int limit) {
    String text =
        """
        select f.id, f.number, f.state, coalesce(f.riskLevel, 'not-assessed'), c.sex, c.birthYear, f.districtCode, f.openedAt,
               (select min(t.dueAt) from Task t where t.caseId = f.id and t.state = 'open')
          from CaseFile f join Child c on c.id = f.childId where f.unitId = :unit"""
            + (owner == null
                ? ""
                : " and (f.ownerId = :owner or exists (select 1 from CaseMember m"
                    + " where m.caseId = f.id and m.staffId = :owner and m.until is null))")
            + (after == null ? "" : " and f.openedAt <= :at and (f.openedAt < :at or f.id < :id)")
            + " order by f.openedAt desc, f.id desc";
    return page(text, unit, owner, after, limit).stream()
        .map(
            row ->
                new CaseRow(
                    (UUID) row[0],
                    (String) row[1],
                    (String) row[2],
                    (String) row[3],
                    (String) row[4],
                    ((Number) row[5]).intValue(),
                    (String) row[6],
                    (Instant) row[7],
                    (Instant) row[8]))
        .toList();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  List<TaskRow> overdue(
      UUID unit, @Nullable UUID owner, Instant now, @Nullable Cursor after, int limit) {
    String text =
        """
        select t.id, f.number, t.kind, t.dueAt from Task t join CaseFile f on f.id = t.caseId
         where t.unitId = :unit and t.state = 'open' and t.dueAt < :now"""
            + (owner == null ? "" : " and t.ownerId = :owner")
            + (after == null ? "" : " and t.dueAt >= :at and (t.dueAt > :at or t.id > :id)")
            + " order by t.dueAt, t.id";
    Query query = query(text, unit, owner, after, limit).setParameter("now", now);
    return rows(query).stream()
        .map(row -> new TaskRow((UUID) row[0], (String) row[1], (String) row[2], (Instant) row[3]))
        .toList();
  }

  private List<Object[]> page(
      String text, UUID unit, @Nullable UUID owner, @Nullable Cursor after, int limit) {
    return rows(query(text, unit, owner, after, limit));
  }

  private Query query(
      String text, UUID unit, @Nullable UUID owner, @Nullable Cursor after, int limit) {
    Query query =
        entities.createQuery(text, Object[].class).setParameter("unit", unit).setMaxResults(limit);
    if (owner != null) {
      query.setParameter("owner", owner);
    }
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query;
  }

  @SuppressWarnings("unchecked")
  private static List<Object[]> rows(Query query) {
    return query.getResultList();
  }
}
