package org.hifazat.referral.packet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
 * The Commission lays down what packets hold, how long they are read, by when a referral is
 * answered and carried out, when one that nobody answers ends, and how long an entry of the
 * directory counts as assured: from a later day on, so that what was decided by a rule can be told
 * by it later.
 */
@ApplicationScoped
public class KeepPolicies {
  private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");
  private static final String ANY = "*";
  private static final Set<String> ENDS = Set.of("rejected", "completed", "failed", "cancelled");
  private static final Set<String> PRIORITIES = Set.of("high", "medium", "low");
  private static final String ASSURANCE = "assurance";

  private static final DatedRows.Table RULES =
      table("packet_rule", List.of("category", "kind"), "release");
  private static final DatedRows.Table TERMS = table("packet_term", List.of("status"), "days");
  private static final DatedRows.Table UNANSWERED =
      table("unanswered_term", List.of("priority"), "hours");
  private static final DatedRows.Table DEADLINES =
      table("referral_deadline", List.of("priority"), "respond_hours", "complete_hours");
  private static final DatedRows.Table DIRECTORY =
      table("directory_policy", List.of("code"), "days");

  private static final List<DatedRows.Table> TABLES =
      List.of(RULES, TERMS, UNANSWERED, DEADLINES, DIRECTORY);
  private static final long WHOLE = (1L << 52) - 1;

  private final Session session;
  private final DatedRows rows;
  private final AuditLog audit;
  private final Clock clock;

  KeepPolicies(Session session, DatedRows rows, AuditLog audit, Clock clock) {
    this.session = session;
    this.rows = rows;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A rule as it was, is or will be.
   *
   * @param of what it is for, as in legal-aid, completed or high
   * @param kind of item; null of all but what packets hold
   * @param rule included, offered, with-reason, on-order or never; or a number of days or hours
   * @param completeHours within which a referral is carried out; null of all but deadlines, whose
   *     rule are the hours to answer
   * @param validTo first day it holds no more; null while nothing follows
   */
  public record Policy(
      String of,
      @Nullable String kind,
      String rule,
      @Nullable Integer completeHours,
      LocalDate validFrom,
      @Nullable LocalDate validTo,
      String source) {}

  /**
   * From when on, who says so, and what whoever asks has read.
   *
   * @param ifMatch the version of the history as the request names it
   */
  public record Laid(LocalDate from, String source, @Nullable String ifMatch) {}

  /** All there were, by what they are for and when. */
  public record History(
      List<Policy> rules,
      List<Policy> terms,
      List<Policy> unanswered,
      List<Policy> deadlines,
      List<Policy> assurance) {}

  @Transactional
  public History history() {
    return new History(
        policies("category, kind, release, cast(null as integer)", "packet_rule"),
        policies(
            "status, cast(null as text), cast(days as text), cast(null as integer)", "packet_term"),
        policies(
            "priority, cast(null as text), cast(hours as text), cast(null as integer)",
            "unanswered_term"),
        policies(
            "priority, cast(null as text), cast(respond_hours as text), complete_hours",
            "referral_deadline"),
        policies(
            "code, cast(null as text), cast(days as text), cast(null as integer)",
            "directory_policy"));
  }

  private List<Policy> policies(String columns, String table) {
    return session
        .createNativeQuery(
            "select %s, valid_from, valid_to, source from %s order by 1, 2, valid_from"
                .formatted(columns, table),
            Object[].class)
        .getResultList()
        .stream()
        .map(
            row ->
                new Policy(
                    (String) row[0],
                    (String) row[1],
                    (String) row[2],
                    (Integer) row[3],
                    date(row[4]),
                    row[5] == null ? null : date(row[5]),
                    (String) row[6]))
        .toList();
  }

  private static LocalDate date(Object value) {
    return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
  }

  /**
   * @param category a kind of service, or any for those without a rule of their own
   * @throws ProblemException item-unknown, code-unknown or policy-begun
   */
  @Transactional
  public void rule(String category, String kind, Release release, Laid laid) {
    if (isNone("select 1 from packet_item_kind where kind = :it", kind)) {
      throw refused(ReferralProblem.ITEM_UNKNOWN, "/kind");
    }
    String of = category.equals("any") ? ANY : category;
    if (!of.equals(ANY) && isNone("select 1 from service_category where category = :it", of)) {
      throw refused(ReferralProblem.CODE_UNKNOWN, "/category");
    }
    lay(
        RULES,
        of + ":" + kind,
        release.label(),
        laid,
        Map.of("category", of, "kind", kind, "release", release.label(), "source", laid.source()));
  }

  /**
   * @param status how the referral ended
   * @throws ProblemException code-unknown or policy-begun
   */
  @Transactional
  public void term(String status, int days, Laid laid) {
    if (!ENDS.contains(status)) {
      throw refused(ReferralProblem.CODE_UNKNOWN, "/status");
    }
    lay(
        TERMS,
        status,
        Integer.toString(days),
        laid,
        Map.of("status", status, "days", Integer.toString(days), "source", laid.source()));
  }

  /**
   * @throws ProblemException code-unknown or policy-begun
   */
  @Transactional
  public void unanswered(String priority, int hours, Laid laid) {
    if (!PRIORITIES.contains(priority)) {
      throw refused(ReferralProblem.CODE_UNKNOWN, "/priority");
    }
    lay(
        UNANSWERED,
        priority,
        Integer.toString(hours),
        laid,
        Map.of("priority", priority, "hours", Integer.toString(hours), "source", laid.source()));
  }

  /**
   * @param respondHours from when a referral is made until it is answered
   * @param completeHours from when it is made until it is carried out
   * @throws ProblemException code-unknown, deadlines-crossed or policy-begun
   */
  @Transactional
  public void deadline(String priority, int respondHours, int completeHours, Laid laid) {
    if (!PRIORITIES.contains(priority)) {
      throw refused(ReferralProblem.CODE_UNKNOWN, "/priority");
    }
    if (completeHours < respondHours) {
      throw refused(ReferralProblem.DEADLINES_CROSSED, "/completeHours");
    }
    lay(
        DEADLINES,
        priority,
        respondHours + ":" + completeHours,
        laid,
        Map.of(
            "priority",
            priority,
            "respond_hours",
            Integer.toString(respondHours),
            "complete_hours",
            Integer.toString(completeHours),
            "source",
            laid.source()));
  }

  /**
   * @param days after which an entry of the directory needs assuring anew
   * @throws ProblemException policy-begun
   */
  @Transactional
  public void assurance(int days, Laid laid) {
    lay(
        DIRECTORY,
        ASSURANCE,
        Integer.toString(days),
        laid,
        Map.of("code", ASSURANCE, "days", Integer.toString(days), "source", laid.source()));
  }

  /** Ends what held until then, and lasts until what was laid down for later. */
  private void lay(
      DatedRows.Table table, String of, String rule, Laid laid, Map<String, String> row) {
    long expected = Preconditions.expected(laid.ifMatch());
    if (!laid.from().isAfter(LocalDate.ofInstant(clock.instant(), KARACHI))) {
      throw refused(ReferralProblem.POLICY_BEGUN, "/validFrom");
    }
    TABLES.forEach(rows::oneAtATime);
    if (rows.holds(table, laid.from(), row)) {
      return;
    }
    Preconditions.check(expected, version());
    rows.lay(table, laid.from(), row);
    audit.performed(
        ReferralOperation.KEEP_PACKET_RULES.name(),
        table.name().replace('_', '-'),
        of,
        rule + ":" + laid.from());
  }

  /** Changes with the history. */
  @Transactional
  public long version() {
    return TABLES.stream()
        .mapToLong(table -> rows.version(table, Map.of()))
        .reduce(0, (one, other) -> (one * 31 + other) & WHOLE);
  }

  private static DatedRows.Table table(String name, List<String> key, String... values) {
    return new DatedRows.Table(
        name, key, Stream.concat(Stream.of(values), Stream.of("source")).toList(), false);
  }

  private boolean isNone(String query, String it) {
    return session
        .createNativeQuery(query, Integer.class)
        .setParameter("it", it)
        .getResultList()
        .isEmpty();
  }

  private static ProblemException refused(ReferralProblem problem, String pointer) {
    return new ProblemException(problem, new Violation(pointer, problem.code()));
  }
}
