package org.hifazat.referral.code;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;
import org.hifazat.platform.persistence.DatedRows;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;
import org.jspecify.annotations.Nullable;

/**
 * The Commission keeps the codes a referral is written with: from a later day on, so that what was
 * written can be read as it was meant. What came of a service is told by three codes that others
 * count by: their names and order change, no code joins them or ends.
 */
@ApplicationScoped
public class KeepCodes {
  private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");
  private static final Set<String> STATES =
      Set.of("rejected", "on-hold", "failed", "cancelled", "entered-in-error");

  private static final String SAME = "list = :list and code = :code";

  private static final DatedRows.Table TABLE =
      new DatedRows.Table(
          "referral_code",
          List.of("list", "code"),
          List.of("states", "text_needed", "name_en", "name_ur", "name_ps", "sort", "source"),
          true);

  private final Session session;
  private final DatedRows rows;
  private final AuditLog audit;
  private final Clock clock;

  KeepCodes(Session session, DatedRows rows, AuditLog audit, Clock clock) {
    this.session = session;
    this.rows = rows;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A code as it was, is or will be.
   *
   * @param position order in which it is offered
   * @param validTo first day it is not offered any more; null while nothing ends it
   * @param endSource who laid down that it ends; null where other words follow it, or nothing does
   */
  public record Entry(
      String list,
      String code,
      List<String> states,
      boolean textNeeded,
      ReferralCodes.Name name,
      int position,
      LocalDate validFrom,
      @Nullable LocalDate validTo,
      String source,
      @Nullable String endSource) {}

  /** All there were, by list, code and day; what was laid down and taken back is left out. */
  @Transactional
  public List<Entry> history() {
    return session
        .createNativeQuery(
            """
            select list, code, states, text_needed, name_en, name_ur, name_ps, sort, valid_from, valid_to, source,
                   end_source
              from referral_code where valid_to is null or valid_to > valid_from
             order by list, code, valid_from""",
            Object[].class)
        .getResultList()
        .stream()
        .map(
            row ->
                new Entry(
                    (String) row[0],
                    (String) row[1],
                    List.of((String[]) row[2]),
                    (Boolean) row[3],
                    new ReferralCodes.Name((String) row[4], (String) row[5], (String) row[6]),
                    ((Number) row[7]).intValue(),
                    date(row[8]),
                    row[9] == null ? null : date(row[9]),
                    (String) row[10],
                    (String) row[11]))
        .toList();
  }

  /** Changes with the history. */
  @Transactional
  public long version() {
    return rows.version(TABLE, Map.of());
  }

  private static LocalDate date(Object value) {
    return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
  }

  /**
   * Lays a code down from its first day on, new or in other words; what held until then ends, and
   * an end that was laid down stays.
   *
   * @throws ProblemException code-unknown, code-reserved, policy-begun, last-code, or one of the
   *     preconditions
   */
  @Transactional
  public void keep(Entry entry, @Nullable String ifMatch) {
    long expected = Preconditions.expected(ifMatch);
    rows.oneAtATime(TABLE);
    refuseWhatBegan(entry.validFrom());
    boolean ofStates = entry.list().equals(ReferralCodes.STATUS_REASON);
    boolean reserved = isReserved(entry.list(), entry.code());
    if (reserved && (!entry.states().isEmpty() || !exists(entry.list(), entry.code()))) {
      throw refused(ReferralProblem.CODE_RESERVED, "/code");
    }
    boolean chosen = ofStates && !reserved;
    if (chosen == entry.states().isEmpty() || !STATES.containsAll(entry.states())) {
      throw refused(ReferralProblem.CODE_UNKNOWN, "/states");
    }
    if (entry.list().equals(ReferralCodes.OUTCOME) && !exists(entry.list(), entry.code())) {
      throw refused(ReferralProblem.CODE_UNKNOWN, "/code");
    }
    Map<String, @Nullable String> row = new HashMap<>();
    row.put("list", entry.list());
    row.put("code", entry.code());
    row.put("states", "{" + String.join(",", entry.states()) + "}");
    row.put("text_needed", Boolean.toString(entry.textNeeded()));
    row.put("name_en", entry.name().en());
    row.put("name_ur", entry.name().ur());
    row.put("name_ps", entry.name().ps());
    row.put("sort", Integer.toString(entry.position()));
    row.put("source", entry.source());
    if (rows.holds(TABLE, entry.validFrom(), row)) {
      return;
    }
    Preconditions.check(expected, version());
    rows.lay(TABLE, entry.validFrom(), row);
    done(entry.list(), entry.code(), "from:" + entry.validFrom());
  }

  /**
   * From that day on the code is not offered any more; what was laid down for later is taken back.
   *
   * @throws ProblemException code-unknown, code-reserved, policy-begun, last-code, or one of the
   *     preconditions
   */
  @Transactional
  public void end(
      String list, String code, LocalDate from, String source, @Nullable String ifMatch) {
    long expected = Preconditions.expected(ifMatch);
    rows.oneAtATime(TABLE);
    refuseWhatBegan(from);
    if (isReserved(list, code)) {
      throw refused(ReferralProblem.CODE_RESERVED, "/code");
    }
    if (list.equals(ReferralCodes.OUTCOME) || !exists(list, code)) {
      throw refused(ReferralProblem.CODE_UNKNOWN, "/code");
    }
    Preconditions.check(expected, version());
    rows.end(TABLE, Map.of("list", list, "code", code), from, source);
    done(list, code, "until:" + from);
  }

  /** Nobody is left without a code for a step that needs one, today or on any day laid down. */
  private void done(String list, String code, String what) {
    session.flush();
    boolean lacking =
        session
            .createNativeQuery(
                """
                select exists (
                  select 1 from (select distinct valid_to as day from referral_code where valid_to is not null) d
                   cross join (values ('reason', null), ('status-reason', 'rejected'), ('status-reason', 'on-hold'),
                     ('status-reason', 'failed'), ('status-reason', 'cancelled'), ('status-reason', 'entered-in-error'))
                     as n (list, state)
                   where d.day > :today and not exists (
                     select 1 from referral_code c where c.list = n.list and (n.state is null or n.state = any (c.states))
                        and c.valid_from <= d.day and (c.valid_to is null or c.valid_to > d.day)))""",
                Boolean.class)
            .setParameter("today", today())
            .getSingleResult();
    if (lacking) {
      throw refused(ReferralProblem.LAST_CODE, "/validFrom");
    }
    audit.performed(
        ReferralOperation.KEEP_REFERRAL_CODES.name(), "referral-code", list + ":" + code, what);
  }

  private void refuseWhatBegan(LocalDate from) {
    if (!from.isAfter(today())) {
      throw refused(ReferralProblem.POLICY_BEGUN, "/validFrom");
    }
  }

  private static boolean isReserved(String list, String code) {
    return list.equals(ReferralCodes.STATUS_REASON) && ReferralCodes.RESERVED.contains(code);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), KARACHI);
  }

  private boolean exists(String list, String code) {
    return session
        .createNativeQuery(
            "select exists (select 1 from referral_code where " + SAME + ")", Boolean.class)
        .setParameter("list", list)
        .setParameter("code", code)
        .getSingleResult();
  }

  private static ProblemException refused(ReferralProblem problem, String pointer) {
    return new ProblemException(problem, new Violation(pointer, problem.code()));
  }
}
