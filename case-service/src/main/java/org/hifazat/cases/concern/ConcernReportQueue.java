package org.hifazat.cases.concern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
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

  ConcernReportQueue(Session entities, CallerContext callers) {
    this.entities = entities;
    this.callers = callers;
  }

  /**
   * Oldest first.
   *
   * @param state waiting or triaged; null for both
   */
  @Transactional(Transactional.TxType.MANDATORY)
  List<UUID> ids(@Nullable String state, @Nullable Cursor after, int limit) {
    Caller caller = callers.current();
    Query query =
        entities
            .createNativeQuery(sql(caller, state == null ? ALL : List.of(state), after), UUID.class)
            .setParameter("limit", limit)
            .setParameter("staff", caller.staffId().orElseThrow());
    caller.unitId().ifPresent(unit -> query.setParameter("unit", unit));
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    List<?> ids = query.getResultList();
    return ids.stream().map(UUID.class::cast).toList();
  }

  /** Made of the fixed pieces below only. */
  private static String sql(Caller caller, List<String> states, @Nullable Cursor after) {
    List<String> reaches = new ArrayList<>(List.of("taken_by = :staff"));
    if (caller.unitId().isPresent()) {
      reaches.add("unit_id = :unit");
      if (caller.has(Role.SUPERVISOR)) {
        reaches.add("unit_id is null");
      }
    }
    String order = " order by received_at, id limit :limit";
    String next = after == null ? "" : " and (received_at, id) > (:at, :id)";
    List<String> branches = new ArrayList<>();
    for (String reach : reaches) {
      for (String one : states) {
        branches.add(
            "(select id, received_at from concern_report where "
                + reach
                + (" and state = '" + one + "'")
                + next
                + order
                + ")");
      }
    }
    return "select id from (" + String.join(" union ", branches) + ") as reach" + order;
  }
}
