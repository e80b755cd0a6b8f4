package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.web.Cursor;
import org.hifazat.referral.access.ReferralOperation;
import org.jspecify.annotations.Nullable;

/**
 * What was sent and what came of it, across all cases: of those who have a case or work on it, and
 * of the whole unit for its supervisor. Nothing of the packets.
 */
@ApplicationScoped
public class SenderList {
  /** A part of the list. */
  public enum Shelf {
    /** Somebody at the agency has work with it: longest overdue first. */
    OPEN("open", "", false),
    /** Of these, what the agency has not answered. */
    WAITING("open", " and r.status in ('draft', 'requested')", false),
    /** Of these, what it said yes to. */
    UNDER_WAY("open", " and r.status in ('accepted', 'in-progress', 'on-hold')", false),
    /** Answered, and the family is still to hear of it: the longest waiting first. */
    TO_CLOSE("to-close", "", false),
    /** What changed last first. */
    ENDED("ended", "", true);

    private final String label;
    private final String also;
    private final boolean backward;

    Shelf(String label, String also, boolean backward) {
      this.label = label;
      this.also = also;
      this.backward = backward;
    }

    /** Whether something of it can be overdue. */
    public boolean hasDeadlines() {
      return label.equals("open");
    }

    private String order(String of) {
      String way = backward ? " desc" : "";
      return " order by %s.shelf_at%s, %1$s.id%2$s limit :limit".formatted(of, way);
    }
  }

  /**
   * @param unit all of the caller's unit, not only those of the caller's own cases
   * @param overdue only what should have been answered or carried out by now
   */
  public record Asked(Shelf shelf, boolean unit, boolean overdue) {}

  public record Name(String en, String ur, String ps) {}

  /**
   * @param caseId where that case went into another, the other
   * @param service none, nor an agency, where whoever is asked is outside the directory
   * @param place in the list
   * @param overdue an answer, or the end, should have come by now
   */
  public record Line(
      Referral referral,
      UUID caseId,
      String caseNumber,
      @Nullable Name service,
      @Nullable Name agency,
      Instant place,
      boolean overdue) {}

  private record Around(
      UUID caseId,
      String number,
      @Nullable Name service,
      @Nullable Name agency,
      String shelf,
      Instant place) {}

  /** Cases whose owner the caller is, or on which the caller works; of a sealed one, is named. */
  private static final String OWN =
      """
      select x.id from (
        select case_id from known_case
         where unit_id = :unit and (owner_id = :me
            or (named_ids is null and member_ids @> array[cast(:me as uuid)])
            or named_ids @> array[cast(:me as uuid)])) m
        cross join lateral (
          select r.id, r.shelf_at from referral r
           where r.case_id = m.case_id and r.unit_id = :unit and r.shelf = :shelf""";

  private static final String UNITS =
      "select r.id from referral r where r.unit_id = :unit and r.shelf = :shelf";

  private static final String AROUND =
      """
      select r.id, coalesce(k.surviving_case, k.case_id) as case_id, k.case_number, r.shelf, r.shelf_at,
             s.name_en as s_en, s.name_ur as s_ur, s.name_ps as s_ps,
             o.name_en as o_en, o.name_ur as o_ur, o.name_ps as o_ps
        from referral r join known_case k on k.case_id = r.case_id
        left join service s on s.id = r.service_id left join organization o on o.id = s.organization_id
       where r.id in (:ids)""";

  private final Session session;
  private final CallerContext callers;
  private final Access access;
  private final Clock clock;

  SenderList(Session session, CallerContext callers, Access access, Clock clock) {
    this.session = session;
    this.callers = callers;
    this.access = access;
    this.clock = clock;
  }

  /**
   * A page; nobody's for whoever is of no unit.
   *
   * @throws org.hifazat.platform.security.RefusedException where the whole unit's are not the
   *     caller's to read
   */
  @Transactional
  public List<Line> page(Asked asked, @Nullable Cursor after, int limit) {
    if (asked.unit()) {
      access.require(ReferralOperation.LIST_REFERRALS_OF_UNIT, Relation.NONE);
    }
    Caller caller = callers.current();
    Optional<UUID> unit = caller.unitId();
    Optional<UUID> staff = caller.staffId();
    if (unit.isEmpty() || staff.isEmpty()) {
      return List.of();
    }
    Instant now = clock.instant();
    NativeQuery<UUID> query =
        session
            .createNativeQuery(text(asked, after != null), UUID.class)
            .setParameter("unit", unit.get())
            .setParameter("shelf", asked.shelf().label)
            .setParameter("limit", limit);
    if (!asked.unit()) {
      query.setParameter("me", staff.get());
    }
    if (asked.overdue()) {
      query.setParameter("now", now);
    }
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    List<UUID> ids = query.getResultList();
    return ids.isEmpty() ? List.of() : lines(ids, now);
  }

  private static String text(Asked asked, boolean further) {
    Shelf shelf = asked.shelf();
    String text =
        (asked.unit() ? UNITS : OWN)
            + shelf.also
            + (asked.overdue() ? " and r.shelf_at < :now" : "");
    if (further) {
      text += " and (r.shelf_at, r.id) %s (:at, :id)".formatted(shelf.backward ? "<" : ">");
    }
    text += shelf.order("r");
    return asked.unit() ? text : text + ") x" + shelf.order("x");
  }

  private List<Line> lines(List<UUID> ids, Instant now) {
    Map<UUID, Referral> referrals =
        session
            .createQuery("from Referral where id in :ids", Referral.class)
            .setParameter("ids", ids)
            .getResultStream()
            .collect(Collectors.toMap(Referral::id, Function.identity()));
    Map<UUID, Around> around = around(ids);
    return ids.stream()
        .flatMap(id -> line(referrals.get(id), around.get(id), now).stream())
        .toList();
  }

  /** Empty when it went out of sight since its place was read. */
  private static Optional<Line> line(
      @Nullable Referral referral, @Nullable Around around, Instant now) {
    if (referral == null || around == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Line(
            referral,
            around.caseId(),
            around.number(),
            around.service(),
            around.agency(),
            around.place(),
            around.shelf().equals(Shelf.OPEN.label) && around.place().isBefore(now)));
  }

  private Map<UUID, Around> around(List<UUID> ids) {
    NativeQuery<Object[]> query =
        session
            .createNativeQuery(AROUND, Object[].class)
            .addScalar("id", UUID.class)
            .addScalar("case_id", UUID.class)
            .addScalar("case_number", String.class)
            .addScalar("shelf", String.class)
            .addScalar("shelf_at", Instant.class);
    for (String name : List.of("s_en", "s_ur", "s_ps", "o_en", "o_ur", "o_ps")) {
      query.addScalar(name, String.class);
    }
    return query.setParameter("ids", ids).getResultList().stream()
        .collect(
            Collectors.toMap(
                row -> (UUID) row[0],
                row ->
                    new Around(
                        (UUID) row[1],
                        (String) row[2],
                        name(row, 5),
                        name(row, 8),
                        (String) row[3],
                        (Instant) row[4])));
  }

  /** None of whom no directory has. */
  private static @Nullable Name name(Object[] row, int from) {
    return row[from] == null
        ? null
        : new Name((String) row[from], (String) row[from + 1], (String) row[from + 2]);
  }
}
