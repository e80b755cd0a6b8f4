package org.hifazat.cases.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.RiskLevel;
import org.hifazat.cases.child.AgeBand;
import org.hifazat.cases.child.ChildBackground;
import org.hifazat.cases.child.ChildParticulars;
import org.hifazat.cases.consent.Consent;
import org.hifazat.cases.pdf.PaperDocument;
import org.hifazat.cases.people.KnownPerson;
import org.hifazat.cases.people.KnownPlace;
import org.hifazat.cases.story.Story;
import org.hifazat.cases.task.Task;

/** Sets one case on paper, in one language. */
final class CasePrint {
  /** What no document holds, whoever asks. */
  private static final List<String> LEFT_OUT =
      List.of(
          "identity-numbers",
          "documents",
          "answers",
          "packets",
          "reporters",
          "linked-cases",
          "earlier");

  private final PaperDocument paper;
  private final PrintedWords words;
  private final Sheet sheet;

  CasePrint(PaperDocument paper, PrintedWords words) {
    this.paper = paper;
    this.words = words;
    this.sheet = new Sheet(paper, words);
  }

  /**
   * What is printed: nothing of it is restricted but what was chosen.
   *
   * @param story newest first
   * @param cut whether there is more of it
   * @param chosen parts that stay out unless somebody wants them in
   */
  record Content(
      CaseFile file,
      ChildParticulars child,
      ChildBackground background,
      List<KnownPerson> people,
      List<KnownPlace> places,
      List<Consent> consents,
      CaseContents.Gathered parts,
      List<Task> tasks,
      List<Story.Line> story,
      boolean cut,
      Set<ExportPart> chosen) {}

  void print(Content content, ExportPurpose purpose, Instant now) {
    CaseFile file = content.file();
    paper.title(words.text("print.title", "number", file.number()));
    paper.small(
        words.text(
            "print.confidential", "purpose", words.label("export-purpose", purpose.label())));
    if (!content.chosen().isEmpty()) {
      paper.small(words.text("print.chosen", "parts", parts(content.chosen()::contains)));
    }
    theCase(file);
    child(content.child(), content.background(), KarachiTime.day(now));
    sheet.list(
        "print.concerns", file.concerns().stream().map(code -> words.label("concern", code)));
    sheet.list("print.people", content.people().stream().map(this::person));
    sheet.list("print.places", content.places().stream().map(this::place));
    sheet.list("print.consents", content.consents().stream().map(this::consent));
    HelpPrint help =
        new HelpPrint(sheet, words, content.chosen().contains(ExportPart.SCREENING_RESULTS));
    help.assessments(content.parts().help());
    new WorkPrint(sheet, paper, words).print(content.parts().work());
    help.print(content.parts().help());
    new PaperPrint(paper, sheet, words, content.people()).print(content.parts().papers());
    sheet.list("print.tasks", content.tasks().stream().map(this::task));
    sheet.list("print.story", content.story().stream().map(this::told));
    leftOut(content);
  }

  /** Whoever holds the document has to know what it does not say. */
  private void leftOut(Content content) {
    paper.heading(words.text("print.left-out"));
    LEFT_OUT.forEach(what -> paper.item(words.text("print.without-" + what)));
    ExportPart.all().stream()
        .filter(part -> !content.chosen().contains(part))
        .forEach(part -> paper.item(words.label("export-part", part.label())));
    Stream<String> cut = content.parts().cut().stream().sorted();
    (content.cut() ? Stream.concat(cut, Stream.of("print.story")) : cut)
        .forEach(heading -> paper.item(words.text("print.older", "what", words.text(heading))));
  }

  private String parts(Predicate<ExportPart> which) {
    return String.join(
        words.text("list.comma"),
        ExportPart.all().stream()
            .filter(which)
            .map(part -> words.label("export-part", part.label()))
            .toList());
  }

  private void theCase(CaseFile file) {
    paper.heading(words.text("print.case"));
    sheet.fact("print.state", words.label("case-state", file.state()));
    sheet.fact(
        "print.risk",
        file.riskLevel()
            .map(RiskLevel::label)
            .map(level -> words.label("risk", level))
            .orElse(words.text("print.not-assessed")));
    sheet.fact("print.district", PrintedWords.asWords(file.districtCode()));
    sheet.fact("print.opened", words.moment(file.openedAt()));
    sheet.fact("print.episode", Integer.toString(file.episode()));
  }

  private void child(ChildParticulars child, ChildBackground background, LocalDate today) {
    paper.heading(words.text("print.child"));
    sheet.fact("print.given", child.givenName());
    sheet.fact("print.given-other", background.givenNameOther());
    sheet.fact("print.father", child.fatherName());
    sheet.fact("print.father-other", background.fatherNameOther());
    sheet.fact("print.known-as", child.knownAs());
    sheet.fact("print.sex", words.label("sex", child.sex()));
    int years = AgeBand.years(child.age().birthDate(), child.age().birthYear(), today);
    sheet.fact(
        "print.age",
        Sheet.joined(
            words,
            words.text("print.years", "years", Integer.toString(years)),
            child.age().birthDate() == null
                ? words.label("age-basis", child.age().basis())
                : null));
    LocalDate born = child.age().birthDate();
    sheet.fact("print.birth-date", born == null ? null : words.day(born));
    sheet.fact("print.languages", words.labels("language", background.languages()));
    sheet.fact(
        "print.disability",
        Sheet.joined(
            words,
            words.labels("disability", background.disabilities()),
            background.disabilityDetails()));
    ChildBackground.Schooling school = background.schooling();
    if (school != null) {
      sheet.fact(
          "print.school",
          Sheet.joined(
              words, words.label("schooling", school.status()), school.name(), school.grade()));
    }
    ChildBackground.Care care = background.care();
    if (care != null) {
      sheet.fact(
          "print.care",
          Sheet.joined(words, words.label("care-arrangement", care.arrangement()), care.details()));
    }
    sheet.fact("print.address", child.address());
    sheet.fact("print.safe-contact", child.safeContact());
  }

  private String person(KnownPerson person) {
    List<String> roles =
        person.facts().roles().stream().map(role -> words.label("person-role", role)).toList();
    LocalDate until = person.facts().validTo();
    return Sheet.joined(
        words,
        person.facts().name(),
        words.label("person-relation", person.facts().relation()),
        String.join(words.text("list.comma"), roles),
        person.facts().phone(),
        person.facts().address(),
        until == null ? null : words.text("print.until", "day", words.day(until)));
  }

  private String place(KnownPlace place) {
    return Sheet.joined(
        words,
        words.label("safe-place", place.facts().kind()),
        place.facts().name(),
        place.facts().directions(),
        place.facts().contact());
  }

  private String consent(Consent consent) {
    LocalDate expires = consent.expiresOn();
    return Sheet.joined(
        words,
        words.label("purpose", consent.purpose()),
        words.label("consent-decision", consent.decision()),
        words.label("giver", consent.givenBy()),
        words.moment(consent.happenedAt()),
        expires == null ? null : words.text("print.until", "day", words.day(expires)));
  }

  private String task(Task task) {
    return Sheet.joined(
        words,
        words.label("task", task.kind()),
        words.text("print.due", "at", words.moment(task.dueAt())));
  }

  private String told(Story.Line line) {
    return words.moment(line.entry().happenedAt())
        + " – "
        + words.told(line.entry().kind(), line.entry().codes());
  }
}
