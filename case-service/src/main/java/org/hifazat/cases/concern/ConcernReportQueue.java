package org.hifazat.cases.concern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.access.Role;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Which reports stand next before the caller. Each way to have one in reach is a branch that an
 * index answers in order, so a page costs the same however many reports there are; asked as one
 * condition with "or" it would not.
 */
@ApplicationScoped
class ConcernReportQueue {
  private static final List<String> ALL = List.of(ConcernReport.WAITING, ConcernReport.TRIAGED);

  private final Session entities;
  private final CallerContext callers;
  private final Clock clock;

  ConcernReportQueue(Session entities, CallerContext callers, Clock clock) {
    this.entities = entities;
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * In the order of the queue.
   *
   * @param state waiting or triaged, for the queue by age; null for both
   */
  @Transactional(Transactional.TxType.MANDATORY)
  List<UUID> ids(ReportOrder order, @Nullable String state, @Nullable Cursor after, int limit) {
    Caller caller = callers.current();
    List<String> reaches = reaches(caller, order);
    if (reaches.isEmpty()) {
      return List.of();
    }
    String sql = sql(reaches, conditions(order, state), order.column(), after);
    Query query = entities.createNativeQuery(sql, UUID.class).setParameter("limit", limit);
    if (sql.contains(":staff")) {
      query.setParameter("staff", caller.staffId().orElseThrow());
    }
    if (sql.contains(":unit")) {
      query.setParameter("unit", caller.unitId().orElseThrow());
    }
    if (sql.contains(":now")) {
      query.setParameter("now", clock.instant());
    }
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    List<?> ids = query.getResultList();
    return ids.stream().map(UUID.class::cast).toList();
  }

  private static List<String> reaches(Caller caller, ReportOrder order) {
    List<String> reaches = new ArrayList<>();
    if (order.ownToo()) {
      reaches.add("taken_by = :staff");
    }
    if (caller.unitId().isPresent()) {
      if (order != ReportOrder.UNASSIGNED) {
        reaches.add("unit_id = :unit");
      }
      if (caller.has(Role.SUPERVISOR)) {
        reaches.add("unit_id is null");
      }
    }
    return reaches;
  }

  private static List<String> conditions(ReportOrder order, @Nullable String state) {
    return order == ReportOrder.AGE
        ? (state == null ? ALL : List.of(state))
            .stream().map(one -> " and state = '" + one + "'").toList()
        : List.of(order.condition());
  }

  /** Made of fixed pieces only. */
  private static String sql(
      List<String> reaches, List<String> conditions, String column, @Nullable Cursor after) {
    String order = " order by " + column + ", id limit :limit";
    String next = after == null ? "" : " and (" + column + ", id) > (:at, :id)";
    List<String> branches = new ArrayList<>();
    for (String reach : reaches) {
      for (String condition : conditions) {
        branches.add(
            "(select id, "
                + column
                + " from concern_report where "
                + reach
                + condition
                + next
                + order
                + ")");
      }
    }
    return "select id from (" + String.join(" union ", branches) + ") as reach" + order;
  }
}
