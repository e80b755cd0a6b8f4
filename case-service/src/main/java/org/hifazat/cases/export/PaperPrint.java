package org.hifazat.cases.export;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hifazat.cases.incident.Incident;
import org.hifazat.cases.incident.Incidents;
import org.hifazat.cases.legal.CourtMatter;
import org.hifazat.cases.legal.Hearing;
import org.hifazat.cases.legal.LegalFile;
import org.hifazat.cases.legal.LegalOrder;
import org.hifazat.cases.missing.MissingTimes;
import org.hifazat.cases.pdf.PaperDocument;
import org.hifazat.cases.people.KnownPerson;
import org.hifazat.cases.placement.Placement;
import org.hifazat.cases.placement.Placements;
import org.hifazat.cases.restricted.NationalityFacts;
import org.hifazat.cases.tracing.SeparationFacts;
import org.hifazat.cases.tracing.TracingQueries;
import org.jspecify.annotations.Nullable;

/** Sets on paper what was done to the child, what courts decided and where the child has lived. */
final class PaperPrint {
  private final PaperDocument paper;
  private final Sheet sheet;
  private final PrintedWords words;
  private final Map<UUID, String> people;

  /**
   * @param people of the case, so that an incident can name one of them
   */
  PaperPrint(PaperDocument paper, Sheet sheet, PrintedWords words, List<KnownPerson> people) {
    this.paper = paper;
    this.sheet = sheet;
    this.words = words;
    this.people =
        people.stream().collect(Collectors.toMap(KnownPerson::id, one -> one.facts().name()));
  }

  /** Each newest first, but the steps of tracing. */
  record Content(
      List<Incidents.Whole> incidents,
      LegalFile.Whole legal,
      List<Placements.Whole> placements,
      List<MissingTimes.Whole> missing,
      TracingQueries.Known tracing,
      @Nullable NationalityFacts nationality) {}

  void print(Content content) {
    sheet.list("print.incidents", content.incidents().stream().map(this::incident));
    sheet.list("print.matters", content.legal().matters().stream().map(this::matter));
    sheet.list("print.orders", content.legal().orders().stream().map(this::order));
    sheet.list("print.hearings", content.legal().hearings().stream().map(this::hearing));
    sheet.list("print.placements", content.placements().stream().map(this::placement));
    sheet.list("print.missing", content.missing().stream().map(this::missing));
    tracing(content.tracing());
    NationalityFacts nationality = content.nationality();
    if (nationality != null) {
      nationality(nationality);
    }
  }

  private String incident(Incidents.Whole whole) {
    Incident one = whole.incident();
    StringBuilder text =
        new StringBuilder(
            joined(
                words.moment(one.happenedAt()),
                words.labels("concern", one.concerns()),
                words.label("place-kind", one.placeKind()),
                words.label("incident-finding", one.finding()),
                one.personId().map(people::get).orElse(null)));
    text.append(sheet.lines(Sheet.Line.of(null, whole.account())));
    for (Incidents.Found found : whole.findings()) {
      text.append("\n– ")
          .append(
              joined(
                  words.moment(found.happenedAt()),
                  words.label("incident-finding", found.finding()),
                  found.reason()));
    }
    return text.toString();
  }

  private String matter(LegalFile.Matter whole) {
    CourtMatter one = whole.matter();
    return joined(
        words.label("court-matter", one.kind()),
        whole.words().court(),
        whole.words().number(),
        words.text("print.since", "at", words.moment(one.cognizanceAt())),
        one.outcome().map(how -> words.label("matter-outcome", how)).orElse(null),
        one.decidedAt().map(words::moment).orElse(null),
        whole.words().note());
  }

  private String order(LegalFile.Order whole) {
    LegalOrder one = whole.order();
    return joined(
            words.moment(one.madeAt()),
            words.label("legal-order", one.kind()),
            one.section().map(section -> words.text("print.section", "of", section)).orElse(null),
            words.label("order-maker", one.madeBy()),
            whole.words().maker(),
            whole.words().number(),
            words.text("print.from", "day", words.day(one.beginsOn())),
            one.endsOn().map(day -> words.text("print.until", "day", words.day(day))).orElse(null),
            one.endReason().map(why -> words.label("order-end", why)).orElse(null),
            one.endedAt().map(words::moment).orElse(null))
        + sheet.lines(Sheet.Line.of(null, whole.words().terms()));
  }

  private String hearing(LegalFile.Date whole) {
    Hearing one = whole.hearing();
    return joined(
        words.moment(one.happenedAt().orElse(one.plannedFor())),
        words.label("hearing-purpose", one.purpose()),
        words.label("hearing-state", one.state()),
        one.childAttended()
            .map(there -> words.text(there ? "print.child-there" : "print.child-not-there"))
            .orElse(null),
        whole.note(),
        whole.outcome());
  }

  private String placement(Placements.Whole whole) {
    Placement one = whole.placement();
    StringBuilder text =
        new StringBuilder(
            joined(
                words.text("print.since", "at", words.moment(one.beganAt())),
                words.label("placement-kind", one.kind()),
                whole.words().place(),
                whole.words().carer(),
                whole.words().note(),
                one.endReason().map(why -> words.label("placement-end", why)).orElse(null),
                one.endedAt().map(words::moment).orElse(null),
                whole.endNote()));
    for (Placements.Reviewed review : whole.reviews()) {
      text.append("\n– ")
          .append(
              joined(
                  words.moment(review.happenedAt()),
                  words.label("placement-decision", review.decision()),
                  review.words().findings(),
                  review.words().childSays()));
    }
    return text.toString();
  }

  private String missing(MissingTimes.Whole whole) {
    return joined(
            words.text("print.since", "at", words.moment(whole.missing().missingSince())),
            whole
                .missing()
                .toldAt()
                .map(at -> words.text("print.police-told", "at", words.moment(at)))
                .orElse(null),
            whole
                .missing()
                .foundAt()
                .map(at -> words.text("print.found", "at", words.moment(at)))
                .orElse(null),
            whole.missing().foundHow().map(how -> words.label("found-how", how)).orElse(null))
        + sheet.lines(
            Sheet.Line.of(null, whole.words().circumstances()),
            Sheet.Line.of(null, whole.words().lastSeen()),
            Sheet.Line.of(null, whole.words().wearing()),
            Sheet.Line.of(null, whole.told()),
            Sheet.Line.of(null, whole.found()));
  }

  private void tracing(TracingQueries.Known known) {
    paper.heading(words.text("print.tracing"));
    SeparationFacts facts = known.facts();
    if (facts == null) {
      paper.paragraph(words.text("print.none"));
      return;
    }
    sheet.fact("print.separation", words.label("separation", facts.status()));
    sheet.fact(
        "print.separated",
        joined(
            facts.cause() == null ? null : words.label("separation-cause", facts.cause()),
            facts.separatedOn() == null ? null : words.day(facts.separatedOn()),
            facts.details()));
    for (TracingQueries.KnownStep step : known.steps()) {
      paper.item(
          joined(
              words.moment(step.happenedAt()),
              words.label("tracing", step.to()),
              step.personId() == null ? null : people.get(step.personId()),
              step.note()));
    }
  }

  private void nationality(NationalityFacts facts) {
    paper.heading(words.text("print.nationality"));
    sheet.fact("print.nationality-status", words.label("nationality", facts.status()));
    String displacement = facts.displacement();
    sheet.fact(
        "print.displacement",
        displacement == null ? null : words.label("displacement", displacement));
    sheet.fact("print.document-number", facts.documentNumber());
    sheet.fact("print.needed-for", words.label("nationality-need", facts.neededFor()));
  }

  private String joined(@Nullable String... parts) {
    return Sheet.joined(words, parts);
  }
}
