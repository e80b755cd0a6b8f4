package org.hifazat.cases.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** Pages of the lists that are taken out, within the caller's reach. */
@ApplicationScoped
class ListRows {
  private static final String THEIRS =
      " and (f.ownerId = :owner or exists (select 1 from CaseMember m"
          + " where m.caseId = f.id and m.staffId = :owner and m.until is null))";
  private static final String THEIRS_IN_SQL =
      " and (f.owner_id = :owner or exists (select 1 from case_member m"
          + " where m.case_id = f.id and m.staff_id = :owner and m.until is null))";

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
            + (owner == null ? "" : THEIRS)
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

  record ReportRow(
      UUID id,
      Instant receivedAt,
      String urgency,
      String channel,
      String districtCode,
      List<String> concerns,
      String state,
      @Nullable String decision,
      @Nullable Instant triagedAt,
      Instant dueAt,
      @Nullable String number) {
    Cursor cursor() {
      return new Cursor(receivedAt, id);
    }
  }

  /** Reports of the unit: they are nobody's own. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<ReportRow> reports(UUID unit, @Nullable Cursor after, int limit) {
    String text =
        """
        select new org.hifazat.cases.export.ListRows$ReportRow(r.id, r.receivedAt, r.urgency, r.channel, r.districtCode,
               r.concerns, r.state, r.decision, r.triagedAt, r.dueAt, f.number)
          from ConcernReport r left join CaseFile f on f.id = r.caseId where r.unitId = :unit"""
            + (after == null
                ? ""
                : " and r.receivedAt <= :at and (r.receivedAt < :at or r.id < :id)")
            + " order by r.receivedAt desc, r.id desc";
    return query(text, ReportRow.class, unit, null, after, limit);
  }

  record ReferralRow(
      UUID id,
      String number,
      @Nullable String category,
      @Nullable String agencyKind,
      @Nullable String priority,
      String status,
      Instant askedAt,
      @Nullable Instant movedAt,
      @Nullable String outcome,
      @Nullable Instant toldAt) {
    Cursor cursor() {
      return new Cursor(askedAt, id);
    }
  }

  @Transactional(Transactional.TxType.MANDATORY)
  List<ReferralRow> referrals(UUID unit, @Nullable UUID owner, @Nullable Cursor after, int limit) {
    NativeQuery<Object[]> query =
        entities
            .createNativeQuery(
                """
                select r.referral_id, f.number, r.category, a.kind, r.priority, r.status,
                       coalesce(r.asked_at, f.opened_at) as asked, r.moved_at, r.outcome, r.told_at
                  from known_referral r
                  join case_file f on f.id = r.case_id
                  left join known_agency a on a.agency_id = r.agency_id
                 where f.unit_id = :unit"""
                    + (owner == null ? "" : THEIRS_IN_SQL)
                    + (after == null
                        ? ""
                        : " and (coalesce(r.asked_at, f.opened_at), r.referral_id) < (:at, :id)")
                    + " order by asked desc, r.referral_id desc limit :limit",
                Object[].class)
            .addScalar("referral_id", UUID.class)
            .addScalar("number", String.class)
            .addScalar("category", String.class)
            .addScalar("kind", String.class)
            .addScalar("priority", String.class)
            .addScalar("status", String.class)
            .addScalar("asked", Instant.class)
            .addScalar("moved_at", Instant.class)
            .addScalar("outcome", String.class)
            .addScalar("told_at", Instant.class);
    return rows(named(query.setParameter("limit", limit), unit, owner, after)).stream()
        .map(
            row ->
                new ReferralRow(
                    (UUID) row[0],
                    (String) row[1],
                    (String) row[2],
                    (String) row[3],
                    (String) row[4],
                    (String) row[5],
                    (Instant) row[6],
                    (Instant) row[7],
                    (String) row[8],
                    (Instant) row[9]))
        .toList();
  }

  record ClosureRow(
      UUID id,
      String number,
      String reason,
      String state,
      @Nullable String goals,
      int episode,
      Instant recordedAt,
      @Nullable Instant closedAt) {
    Cursor cursor() {
      return new Cursor(recordedAt, id);
    }
  }

  /** Proposals to close and what became of them. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<ClosureRow> closures(UUID unit, @Nullable UUID owner, @Nullable Cursor after, int limit) {
    String text =
        """
        select new org.hifazat.cases.export.ListRows$ClosureRow(c.id, f.number, c.reason, c.state, c.goals, c.episode,
               c.recordedAt, c.closedAt)
          from CaseClosure c join CaseFile f on f.id = c.caseId where f.unitId = :unit"""
            + (owner == null ? "" : THEIRS)
            + (after == null
                ? ""
                : " and c.recordedAt <= :at and (c.recordedAt < :at or c.id < :id)")
            + " order by c.recordedAt desc, c.id desc";
    return query(text, ClosureRow.class, unit, owner, after, limit);
  }

  private List<Object[]> page(
      String text, UUID unit, @Nullable UUID owner, @Nullable Cursor after, int limit) {
    return rows(query(text, unit, owner, after, limit));
  }

  private Query query(
      String text, UUID unit, @Nullable UUID owner, @Nullable Cursor after, int limit) {
    return named(
        entities.createQuery(text, Object[].class).setMaxResults(limit), unit, owner, after);
  }

  private <T> List<T> query(
      String text,
      Class<T> row,
      UUID unit,
      @Nullable UUID owner,
      @Nullable Cursor after,
      int limit) {
    TypedQuery<T> query = entities.createQuery(text, row).setMaxResults(limit);
    named(query, unit, owner, after);
    return query.getResultList();
  }

  private static Query named(Query query, UUID unit, @Nullable UUID owner, @Nullable Cursor after) {
    query.setParameter("unit", unit);
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
