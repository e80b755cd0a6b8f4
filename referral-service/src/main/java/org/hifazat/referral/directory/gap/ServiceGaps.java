package org.hifazat.referral.directory.gap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Gaps recorded: a unit's own, and all for the Commission's administration. */
@ApplicationScoped
public class ServiceGaps {
  private static final String SELECT =
      "select g.id, g.unit_id, g.category, g.district_code, g.service_id, g.reason, g.happened_at"
          + " from service_gap g where true";

  private static final String OF_UNIT = " and g.unit_id = cast(:unit as uuid)";

  private final Session session;
  private final CallerContext callers;

  ServiceGaps(Session session, CallerContext callers) {
    this.session = session;
    this.callers = callers;
  }

  @Transactional
  public List<ServiceGap> newestFirst(@Nullable Cursor after, int limit) {
    UUID unit = callers.current().unitId().orElse(null);
    String sql =
        SELECT
            + (unit == null ? "" : OF_UNIT)
            + (after == null ? "" : " and (g.happened_at, g.id) < (:at, :after)")
            + " order by g.happened_at desc, g.id desc limit :limit";
    NativeQuery<Object[]> query = typed(sql).setParameter("limit", limit);
    if (unit != null) {
      query.setParameter("unit", unit);
    }
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("after", after.id());
    }
    return query.getResultList().stream().map(ServiceGaps::gap).toList();
  }

  @Transactional
  public ServiceGap one(UUID id) {
    return typed(SELECT + " and g.id = :id").setParameter("id", id).getResultList().stream()
        .findFirst()
        .map(ServiceGaps::gap)
        .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
  }

  private NativeQuery<Object[]> typed(String sql) {
    return session
        .createNativeQuery(sql, Object[].class)
        .addScalar("id", UUID.class)
        .addScalar("unit_id", UUID.class)
        .addScalar("category", String.class)
        .addScalar("district_code", String.class)
        .addScalar("service_id", UUID.class)
        .addScalar("reason", String.class)
        .addScalar("happened_at", Instant.class);
  }

  private static ServiceGap gap(Object[] row) {
    return new ServiceGap(
        (UUID) row[0],
        (UUID) row[1],
        (String) row[2],
        (String) row[3],
        (UUID) row[4],
        (String) row[5],
        (Instant) row[6]);
  }
}
