package org.hifazat.cases.takeover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.directory.KnownDirectory;
import org.hifazat.cases.matching.GatheredMarks;
import org.hifazat.cases.matching.Judgement;
import org.hifazat.platform.persistence.SearchTokens;
import org.jspecify.annotations.Nullable;

/** What is to be thought of a row before it is registered. */
@ApplicationScoped
class RowJudge {
  static final String TAKEN_BEFORE = "row:taken-over-before";
  static final String NUMBER_IN_FILE = "row:number-in-this-file";
  static final String IN_FILE = "row:in-this-file";
  static final String KNOWN = "row:known";

  /** Registered all the same: people decide about the pair once the child is there. */
  static final String LOOKS_LIKE = "row:looks-like";

  private static final Map<String, String> COLUMN_OF =
      Map.of(
          "concern", "concerns",
          "person-relation", "caregiver_relation",
          "closure-reason", "closure_reason");

  private static final String SOURCE = "import-source";

  private final Session entities;
  private final KnownChildren children;
  private final CodeLists codes;
  private final KnownDirectory directory;
  private final SearchTokens tokens;

  RowJudge(
      Session entities,
      KnownChildren children,
      CodeLists codes,
      KnownDirectory directory,
      SearchTokens tokens) {
    this.entities = entities;
    this.children = children;
    this.codes = codes;
    this.directory = directory;
    this.tokens = tokens;
  }

  /** Some rows together, so that what they have in common is asked once. */
  Batch batch(CaseImport one, OpenFile file, List<Integer> rows) {
    Map<Integer, KnownChildren.Around> around = children.around(rows, file);
    return new Batch(
        one, file, around, children.numbers(around.values()), before(one.unitId(), file, rows));
  }

  /** A row that cannot stay as it is; or the entry, with whom it looks like. */
  sealed interface Verdict {
    record Out(RowOutcome outcome) implements Verdict {}

    record In(RegisterEntry entry, RowOutcome ready) implements Verdict {}
  }

  final class Batch {
    private final CaseImport one;
    private final OpenFile file;
    private final Map<Integer, KnownChildren.Around> around;
    private final Map<UUID, String> numbers;
    private final Map<Integer, String> before;
    private final Map<List<@Nullable Object>, List<String>> faults = new HashMap<>();

    private Batch(
        CaseImport one,
        OpenFile file,
        Map<Integer, KnownChildren.Around> around,
        Map<UUID, String> numbers,
        Map<Integer, String> before) {
      this.one = one;
      this.file = file;
      this.around = around;
      this.numbers = numbers;
      this.before = before;
    }

    /** Compared with the register and with the rows before. */
    RowOutcome check(int row) {
      return switch (entered(row)) {
        case Verdict.Out(RowOutcome outcome) -> outcome;
        case Verdict.In(RegisterEntry entry, RowOutcome ready) -> {
          boolean twice = file.numberStandsBefore(row, entry);
          Optional<GatheredMarks.Like> before =
              file.gathered().likeliestBefore(row, aroundOf(row).counts());
          file.stands(row);
          if (twice) {
            yield RowOutcome.known(row, NUMBER_IN_FILE, null);
          }
          if (before.filter(like -> likely(like.judgement())).isPresent()) {
            yield RowOutcome.known(row, IN_FILE, null);
          }
          RowOutcome outcome = compared(row, ready);
          yield before.isPresent() && outcome.faults().isEmpty()
              ? RowOutcome.ready(row, LOOKS_LIKE, null)
              : outcome;
        }
      };
    }

    /**
     * Compared with the register again, since it goes on while a file waits.
     *
     * @param insisted somebody said that it is another child
     */
    Verdict again(int row, boolean insisted) {
      return switch (entered(row)) {
        case Verdict.Out out -> out;
        case Verdict.In(RegisterEntry entry, RowOutcome ready) -> {
          RowOutcome compared = insisted ? ready : compared(row, ready);
          yield compared.outcome().equals(RowOutcome.READY)
              ? new Verdict.In(entry, compared)
              : new Verdict.Out(compared);
        }
      };
    }

    private Verdict entered(int row) {
      RegisterEntry.Read read = file.row(row);
      RegisterEntry entry = read.entry();
      if (entry == null) {
        return new Verdict.Out(RowOutcome.faulty(row, read.faults()));
      }
      List<String> wrong =
          faults.computeIfAbsent(
              key(entry), any -> faultsByTheRegister(one.unitId(), entry, file.today()));
      if (!wrong.isEmpty()) {
        return new Verdict.Out(RowOutcome.faulty(row, wrong));
      }
      String number = before.get(row);
      return number == null
          ? new Verdict.In(entry, RowOutcome.ready(row))
          : new Verdict.Out(RowOutcome.known(row, TAKEN_BEFORE, number));
    }

    /** A case that the supervisor may not be told of is as good as not there. */
    private RowOutcome compared(int row, RowOutcome ready) {
      for (KnownChildren.Like like : aroundOf(row).likes()) {
        String number = numbers.get(like.childId());
        if (number == null || file.hasTaken(number)) {
          continue;
        }
        return likely(like.judgement())
            ? RowOutcome.known(row, KNOWN, number)
            : RowOutcome.ready(row, LOOKS_LIKE, number);
      }
      return ready;
    }

    private KnownChildren.Around aroundOf(int row) {
      return around.getOrDefault(row, KnownChildren.Around.NOBODY);
    }
  }

  private static boolean likely(Judgement judgement) {
    return judgement.zone() == Judgement.Zone.LIKELY;
  }

  private static List<@Nullable Object> key(RegisterEntry entry) {
    List<@Nullable Object> key = new ArrayList<>();
    key.add(entry.district());
    key.add(entry.openedOn());
    key.add(entry.concerns());
    key.add(entry.child().language());
    key.add(entry.owner());
    key.add(entry.around().relation());
    key.add(entry.history().closureReason());
    return key;
  }

  private List<String> faultsByTheRegister(UUID unit, RegisterEntry entry, LocalDate today) {
    List<String> faults = new ArrayList<>();
    LocalDate day = entry.openedOn();
    Optional<KnownDirectory.District> district = directory.district(entry.district(), day);
    if (district.isEmpty()) {
      faults.add("district:district-unknown");
    } else if (district.get().unitId().filter(unit::equals).isEmpty()) {
      faults.add("district:of-another-unit");
    }
    List<CodeLists.Use> uses = new ArrayList<>();
    uses.add(new CodeLists.Use("concern", entry.concerns()));
    String language = entry.child().language();
    if (language != null) {
      uses.add(CodeLists.Use.of("language", language));
    }
    String relation = entry.around().relation();
    if (relation != null) {
      uses.add(CodeLists.Use.of("person-relation", relation));
    }
    String reason = entry.history().closureReason();
    if (reason != null) {
      uses.add(CodeLists.Use.of("closure-reason", reason));
    }
    for (String list : codes.listsWithInvalidCodes(day, uses)) {
      faults.add(COLUMN_OF.getOrDefault(list, list) + ":code-unknown");
    }
    UUID owner = entry.owner();
    if (owner != null && !(directory.takesCases(owner, unit) && directory.mayOwn(owner, today))) {
      faults.add("owner:cannot-have-cases");
    }
    return faults;
  }

  /** Cases that entries of these rows became before, in whatever file, by row. */
  private Map<Integer, String> before(UUID unit, OpenFile file, List<Integer> rows) {
    Map<Integer, byte[]> sources = new HashMap<>();
    for (int row : rows) {
      RegisterEntry entry = file.row(row).entry();
      if (entry != null) {
        sources.put(row, tokens.token(SOURCE, entry.sourceId()));
      }
    }
    Map<Integer, String> before = new HashMap<>();
    if (sources.isEmpty()) {
      return before;
    }
    entities
        .createNativeQuery(
            "select source, case_number from case_import_source where unit_id = :unit and source in (:sources)",
            Object[].class)
        .setParameter("unit", unit)
        .setParameter("sources", sources.values())
        .getResultList()
        .forEach(
            known ->
                sources.forEach(
                    (row, source) -> {
                      if (Arrays.equals(source, (byte[]) known[0])) {
                        before.put(row, (String) known[1]);
                      }
                    }));
    return before;
  }

  /** The entry is that case from now on, whatever file it comes in. */
  @Transactional(Transactional.TxType.MANDATORY)
  void remember(UUID unit, RegisterEntry entry, String number) {
    entities
        .createNativeQuery(
            "insert into case_import_source (unit_id, source, case_number) values (:unit, :source, :number)")
        .setParameter("unit", unit)
        .setParameter("source", tokens.token(SOURCE, entry.sourceId()))
        .setParameter("number", number)
        .executeUpdate();
  }
}
