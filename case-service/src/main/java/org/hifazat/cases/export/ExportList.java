package org.hifazat.cases.export;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.Role;
import org.hifazat.cases.child.AgeBand;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Lists as they leave the platform: page by page from the database to the file, codes and numbers
 * only. Workers take their own cases, supervisors their unit's.
 */
@ApplicationScoped
public class ExportList {
  private static final int PAGE = 500;

  private final ListRows rows;
  private final CodeLists codes;
  private final Access access;
  private final AuditLog audit;
  private final CallerContext callers;
  private final Clock clock;

  ExportList(
      ListRows rows,
      CodeLists codes,
      Access access,
      AuditLog audit,
      CallerContext callers,
      Clock clock) {
    this.rows = rows;
    this.codes = codes;
    this.access = access;
    this.audit = audit;
    this.callers = callers;
    this.clock = clock;
  }

  /** Which list. */
  public enum Kind {
    CASES,
    OVERDUE,
    REPORTS,
    REFERRALS,
    CLOSURES
  }

  /** Writes the list, as whoever asked for it. */
  @FunctionalInterface
  public interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /** Says who takes out what for what, before a line leaves. */
  @Transactional
  public Writing begin(Kind kind, String language, ExportPurpose purpose) {
    access.require(CaseOperation.EXPORT_LIST, Relation.NONE);
    Caller caller = callers.current();
    UUID unit = caller.unitId().orElseThrow();
    UUID owner = caller.has(Role.SUPERVISOR) ? null : caller.staffId().orElseThrow();
    audit.performed(
        CaseOperation.EXPORT_LIST.name(),
        "unit",
        unit,
        kind.name().toLowerCase(Locale.ROOT),
        purpose.label(),
        language);
    PrintedWords words =
        new PrintedWords(
            language, codes.names(List.of("referral-body", "closure-reason")), codes.laidDown());
    return switch (kind) {
      case CASES -> out -> cases(out, words, caller, unit, owner);
      case OVERDUE -> out -> overdue(out, words, caller, unit, owner);
      case REPORTS -> out -> reports(out, words, caller, unit);
      case REFERRALS -> out -> referrals(out, words, caller, unit, owner);
      case CLOSURES -> out -> closures(out, words, caller, unit, owner);
    };
  }

  private void cases(
      OutputStream out, PrintedWords words, Caller caller, UUID unit, @Nullable UUID owner)
      throws IOException {
    header(out, words, "number", "state", "risk", "sex", "age", "district", "opened", "next");
    LocalDate today = KarachiTime.day(clock.instant());
    pages(
        caller,
        after -> rows.cases(unit, owner, after, PAGE),
        ListRows.CaseRow::cursor,
        row ->
            write(
                out,
                List.of(
                    row.number(),
                    words.label("case-state", row.state()),
                    words.label("risk", row.riskLevel()),
                    words.label("sex", row.sex()),
                    AgeBand.of(row.birthYear(), today).label(),
                    PrintedWords.asWords(row.districtCode()),
                    KarachiTime.day(row.openedAt()).toString(),
                    time(row.nextDueAt()))));
  }

  private void overdue(
      OutputStream out, PrintedWords words, Caller caller, UUID unit, @Nullable UUID owner)
      throws IOException {
    header(out, words, "number", "task", "due", "late");
    Instant now = clock.instant();
    pages(
        caller,
        after -> rows.overdue(unit, owner, now, after, PAGE),
        ListRows.TaskRow::cursor,
        row ->
            write(
                out,
                List.of(
                    row.number(),
                    words.label("task", row.kind()),
                    time(row.dueAt()),
                    Long.toString(Duration.between(row.dueAt(), now).toHours()))));
  }

  private void reports(OutputStream out, PrintedWords words, Caller caller, UUID unit)
      throws IOException {
    header(
        out,
        words,
        "received",
        "urgency",
        "channel",
        "district",
        "concerns",
        "state",
        "decision",
        "triaged",
        "triage-due",
        "number");
    pages(
        caller,
        after -> rows.reports(unit, after, PAGE),
        ListRows.ReportRow::cursor,
        row ->
            write(
                out,
                List.of(
                    time(row.receivedAt()),
                    words.label("urgency", row.urgency()),
                    words.label("channel", row.channel()),
                    PrintedWords.asWords(row.districtCode()),
                    words.labels("concern", row.concerns()),
                    words.label("report-state", row.state()),
                    word(words, "decision", row.decision()),
                    time(row.triagedAt()),
                    time(row.dueAt()),
                    row.number() == null ? "" : row.number())));
  }

  private void referrals(
      OutputStream out, PrintedWords words, Caller caller, UUID unit, @Nullable UUID owner)
      throws IOException {
    header(
        out,
        words,
        "number",
        "service",
        "agency",
        "priority",
        "status",
        "asked",
        "since",
        "outcome",
        "told");
    pages(
        caller,
        after -> rows.referrals(unit, owner, after, PAGE),
        ListRows.ReferralRow::cursor,
        row ->
            write(
                out,
                List.of(
                    row.number(),
                    word(words, "category", row.category()),
                    word(words, "referral-body", row.agencyKind()),
                    word(words, "priority", row.priority()),
                    words.label("referral-status", row.status()),
                    time(row.askedAt()),
                    time(row.movedAt()),
                    word(words, "outcome", row.outcome()),
                    time(row.toldAt()))));
  }

  private void closures(
      OutputStream out, PrintedWords words, Caller caller, UUID unit, @Nullable UUID owner)
      throws IOException {
    header(out, words, "number", "episode", "reason", "state", "goals", "proposed", "closed");
    pages(
        caller,
        after -> rows.closures(unit, owner, after, PAGE),
        ListRows.ClosureRow::cursor,
        row ->
            write(
                out,
                List.of(
                    row.number(),
                    Integer.toString(row.episode()),
                    words.label("closure-reason", row.reason()),
                    words.label("closure-state", row.state()),
                    word(words, "goals", row.goals()),
                    time(row.recordedAt()),
                    time(row.closedAt()))));
  }

  private static String word(PrintedWords words, String list, @Nullable String code) {
    return code == null ? "" : words.label(list, code);
  }

  private interface RowWriter<T> {
    void write(T row) throws IOException;
  }

  private <T> void pages(
      Caller caller,
      Function<@Nullable Cursor, List<T>> read,
      Function<T, Cursor> cursor,
      RowWriter<T> writer)
      throws IOException {
    Cursor after = null;
    List<T> page;
    do {
      Cursor from = after;
      page =
          callers.<List<T>, RuntimeException>as(
              caller, () -> QuarkusTransaction.requiringNew().call(() -> read.apply(from)));
      for (T row : page) {
        writer.write(row);
      }
      after = page.isEmpty() ? null : cursor.apply(page.getLast());
    } while (page.size() == PAGE);
  }

  private static void header(OutputStream out, PrintedWords words, String... columns)
      throws IOException {
    out.write(Csv.BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8));
    write(out, List.of(columns).stream().map(one -> words.text("print.column-" + one)).toList());
  }

  private static void write(OutputStream out, List<String> cells) throws IOException {
    out.write(Csv.line(cells).getBytes(StandardCharsets.UTF_8));
  }

  private static String time(@Nullable Instant at) {
    return at == null
        ? ""
        : at.atZone(KarachiTime.ZONE).toLocalDateTime().withNano(0).toString().replace('T', ' ');
  }
}
