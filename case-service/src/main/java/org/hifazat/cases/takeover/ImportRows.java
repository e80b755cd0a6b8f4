package org.hifazat.cases.takeover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.casefile.OpenCase;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.directory.KnownDirectory;
import org.hifazat.cases.search.SearchForChild;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.persistence.SearchTokens;
import org.hifazat.platform.security.AuditLog;
import org.jspecify.annotations.Nullable;

/** Judges rows and registers them, by the rules that hold for every registration. */
@ApplicationScoped
class ImportRows {
  private static final int MOST_ROWS = 20_000;
  private static final String SOURCE = "import-source";

  private final Session entities;
  private final Imports imports;
  private final SearchForChild search;
  private final OpenCase opening;
  private final CodeLists codes;
  private final KnownDirectory directory;
  private final SearchTokens tokens;
  private final Timeline timeline;
  private final AuditLog audit;
  private final IdSource ids;
  private final Clock clock;

  ImportRows(
      Session entities,
      Imports imports,
      SearchForChild search,
      OpenCase opening,
      CodeLists codes,
      KnownDirectory directory,
      SearchTokens tokens,
      Timeline timeline,
      AuditLog audit,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.imports = imports;
    this.search = search;
    this.opening = opening;
    this.codes = codes;
    this.directory = directory;
    this.tokens = tokens;
    this.timeline = timeline;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** Judges the next rows; whether there are more. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean check(CaseImport one, int most, LocalDate today) {
    RegisterFile file;
    try {
      file = RegisterFile.read(imports.file(one.id()));
      if (file.size() == 0 || file.size() > MOST_ROWS) {
        throw new RegisterFile.Unreadable(file.size() == 0 ? "no-rows" : "too-many-rows");
      }
    } catch (RegisterFile.Unreadable unreadable) {
      one.refuse(unreadable.code(), clock.instant());
      imports.forget(one.id());
      return false;
    }
    one.knowsRows(file.size());
    Map<String, Integer> seen = twins(file, one.nextRow(), today);
    int end = Math.min(one.nextRow() + most, file.size() + 1);
    for (int row = one.nextRow(); row < end; row++) {
      RowOutcome outcome = judged(one, file, row, today, seen);
      imports.note(one.id(), outcome);
      one.found(outcome.outcome());
    }
    one.goOnAt(end);
    if (end <= file.size()) {
      return true;
    }
    one.finish(clock.instant());
    return false;
  }

  /** Registers the next rows that are ready; whether there are more. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean takeOver(CaseImport one, int most, LocalDate today) {
    List<Integer> next = imports.ready(one.id(), one.nextRow(), most);
    if (next.isEmpty()) {
      one.finish(clock.instant());
      imports.forget(one.id());
      audit.performed("IMPORT_CASES", "import", one.id(), "done", "rows-" + one.takenOver());
      return false;
    }
    RegisterFile file;
    try {
      file = RegisterFile.read(imports.file(one.id()));
    } catch (RegisterFile.Unreadable unreadable) {
      throw new IllegalStateException("a file that had been read", unreadable);
    }
    for (int row : next) {
      RowOutcome outcome = registered(one, file, row, today);
      imports.note(one.id(), outcome);
      if (outcome.outcome().equals(RowOutcome.TAKEN_OVER)) {
        one.tookOver();
      } else {
        one.foundLate(outcome.outcome());
      }
      one.goOnAt(row + 1);
    }
    return true;
  }

  /** Leaves the next row out; whether there may be more. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean skip(@Nullable CaseImport one) {
    if (one == null) {
      return false;
    }
    boolean checking = one.state().equals(CaseImport.CHECKING);
    List<Integer> ready =
        checking ? List.of(one.nextRow()) : imports.ready(one.id(), one.nextRow(), 1);
    if (ready.isEmpty()) {
      return false;
    }
    int row = ready.getFirst();
    imports.note(one.id(), RowOutcome.faulty(row, List.of("row:not-possible")));
    if (checking) {
      one.found(RowOutcome.FAULTY);
    } else {
      one.foundLate(RowOutcome.FAULTY);
    }
    one.goOnAt(row + 1);
    return true;
  }

  /** Numbers of the earlier register and children that stand in rows before. */
  private static Map<String, Integer> twins(RegisterFile file, int before, LocalDate today) {
    Map<String, Integer> seen = new HashMap<>();
    for (int row = 1; row < before; row++) {
      RegisterEntry entry = RegisterEntry.of(file.row(row), today).entry();
      if (entry != null) {
        remember(seen, entry, row);
      }
    }
    return seen;
  }

  private static void remember(Map<String, Integer> seen, RegisterEntry entry, int row) {
    seen.putIfAbsent("id:" + entry.sourceId(), row);
    seen.putIfAbsent(child(entry), row);
  }

  private static String child(RegisterEntry entry) {
    return String.join(
        "\n",
        "child:",
        entry.child().givenName().toLowerCase(Locale.ROOT),
        String.valueOf(entry.child().fatherName()).toLowerCase(Locale.ROOT),
        entry.child().sex(),
        Integer.toString(entry.child().age().birthYear()),
        entry.district());
  }

  private RowOutcome judged(
      CaseImport one, RegisterFile file, int row, LocalDate today, Map<String, Integer> seen) {
    RegisterEntry.Read read = RegisterEntry.of(file.row(row), today);
    RegisterEntry entry = read.entry();
    if (entry == null) {
      return RowOutcome.faulty(row, read.faults());
    }
    List<String> faults = faultsByTheRegister(one, entry);
    if (!faults.isEmpty()) {
      return RowOutcome.faulty(row, faults);
    }
    if (seen.containsKey("id:" + entry.sourceId()) || seen.containsKey(child(entry))) {
      return RowOutcome.known(row, "row:in-this-file", null);
    }
    remember(seen, entry, row);
    return known(one, entry)
        .map(number -> RowOutcome.known(row, "row:known", number))
        .orElseGet(() -> RowOutcome.ready(row));
  }

  private List<String> faultsByTheRegister(CaseImport one, RegisterEntry entry) {
    List<String> faults = new ArrayList<>();
    Optional<KnownDirectory.District> district =
        directory.district(entry.district(), entry.openedOn());
    if (district.isEmpty()) {
      faults.add("district:district-unknown");
    } else if (district.get().unitId().filter(one.unitId()::equals).isEmpty()) {
      faults.add("district:of-another-unit");
    }
    List<CodeLists.Use> uses = new ArrayList<>();
    uses.add(new CodeLists.Use("concern", entry.concerns()));
    String language = entry.child().language();
    if (language != null) {
      uses.add(CodeLists.Use.of("language", language));
    }
    for (String list : codes.listsWithInvalidCodes(entry.openedOn(), uses)) {
      faults.add((list.equals("concern") ? "concerns" : list) + ":code-unknown");
    }
    return faults;
  }

  /** Number of the case it came in before, or of a case of the same child. */
  private Optional<String> known(CaseImport one, RegisterEntry entry) {
    Optional<String> before = source(one, entry);
    if (before.isPresent()) {
      return before;
    }
    SearchForChild.Answer answer =
        search.handle(
            new SearchForChild.Terms(
                entry.child().givenName(),
                entry.child().fatherName(),
                entry.child().sex(),
                entry.child().age().birthYear(),
                null,
                entry.phone(),
                entry.cnic(),
                null));
    return answer.matches().stream()
        .filter(match -> match.likeness().equals("same"))
        .map(SearchForChild.Match::caseNumber)
        .findFirst();
  }

  private Optional<String> source(CaseImport one, RegisterEntry entry) {
    return entities
        .createNativeQuery(
            "select case_number from case_import_source where unit_id = :unit and source = :source",
            String.class)
        .setParameter("unit", one.unitId())
        .setParameter("source", tokens.token(SOURCE, entry.sourceId()))
        .getResultList()
        .stream()
        .findFirst();
  }

  private RowOutcome registered(CaseImport one, RegisterFile file, int row, LocalDate today) {
    RegisterEntry.Read read = RegisterEntry.of(file.row(row), today);
    RegisterEntry entry = read.entry();
    if (entry == null) {
      return RowOutcome.faulty(row, read.faults());
    }
    List<String> faults = faultsByTheRegister(one, entry);
    if (!faults.isEmpty()) {
      return RowOutcome.faulty(row, faults);
    }
    Optional<String> known = known(one, entry);
    if (known.isPresent()) {
      return RowOutcome.known(row, "row:known", known.get());
    }
    Instant now = clock.instant();
    UUID caseId = ids.next();
    OpenCase.Result result =
        opening.takeOver(
            new OpenCase.Command(
                caseId,
                null,
                one.unitId(),
                entry.district(),
                entry.child(),
                entry.phone(),
                entry.cnic(),
                entry.concerns(),
                entry.openedOn().atStartOfDay(KarachiTime.ZONE).toInstant()),
            now);
    return switch (result) {
      case OpenCase.Result.BornInTheFuture future ->
          RowOutcome.faulty(row, List.of("birth_date:out-of-range"));
      case OpenCase.Result.NotUnder18 adult -> RowOutcome.faulty(row, List.of("row:not-a-child"));
      case OpenCase.Result.Opened(var opened) -> {
        timeline.happened(opened.id(), "case-imported", now, null);
        remember(one, entry, opened.number());
        yield RowOutcome.takenOver(row, opened.number());
      }
    };
  }

  private void remember(CaseImport one, RegisterEntry entry, String number) {
    entities
        .createNativeQuery(
            "insert into case_import_source (unit_id, source, case_number) values (:unit, :source, :number)")
        .setParameter("unit", one.unitId())
        .setParameter("source", tokens.token(SOURCE, entry.sourceId()))
        .setParameter("number", number)
        .executeUpdate();
  }
}
