package org.hifazat.cases.export;

import java.util.List;
import java.util.Set;
import org.hifazat.cases.casework.AgreedAction;
import org.hifazat.cases.conference.CaseConference;
import org.hifazat.cases.conference.CaseConferences;
import org.hifazat.cases.conference.Minutes;
import org.hifazat.cases.followup.CaseReviews;
import org.hifazat.cases.referral.KnownReferrals;
import org.hifazat.cases.risk.KnownAssessments;
import org.hifazat.cases.support.ServiceGiven;
import org.hifazat.cases.support.ServicesGiven;
import org.jspecify.annotations.Nullable;

/** Sets on paper how the case was judged and what help was found: assessments to conferences. */
final class HelpPrint {
  /** Of the other purposes the result says something about health, and is kept like it. */
  private static final Set<String> RESULT_FOR_ALL =
      Set.of(
          "risk",
          "initial",
          "comprehensive",
          "best-interests",
          "home",
          "child-labour",
          "strengths",
          "safe-places");

  private final Sheet sheet;
  private final PrintedWords words;
  private final InstrumentNames instruments;
  private final boolean screenings;

  /**
   * @param screenings whether results of screenings are printed
   */
  HelpPrint(Sheet sheet, PrintedWords words, boolean screenings) {
    this.sheet = sheet;
    this.words = words;
    this.instruments = new InstrumentNames(words);
    this.screenings = screenings;
  }

  /** Each newest first. */
  record Content(
      List<KnownAssessments.Known> assessments,
      List<KnownReferrals.Known> referrals,
      List<ServicesGiven.Whole> services,
      List<CaseReviews.Whole> reviews,
      List<CaseConferences.Whole> conferences) {}

  void assessments(Content content) {
    sheet.list("print.assessments", content.assessments().stream().map(this::assessment));
  }

  void print(Content content) {
    sheet.list("print.referrals", content.referrals().stream().map(this::referral));
    sheet.list(
        "print.services",
        content.services().stream()
            .filter(one -> one.service().struckAt().isEmpty())
            .map(this::service));
    sheet.list("print.reviews", content.reviews().stream().map(this::review));
    sheet.list("print.conferences", content.conferences().stream().map(this::conference));
  }

  private String assessment(KnownAssessments.Known one) {
    String said = joined(words.moment(one.conductedAt()), instruments.title(one), respondent(one));
    if (!screenings && !RESULT_FOR_ALL.contains(one.purpose())) {
      return said;
    }
    if (!one.valid()) {
      return joined(said, words.text("print.not-scored"));
    }
    return joined(
        said,
        one.riskLevel() == null ? instruments.band(one) : words.label("risk", one.riskLevel()),
        instruments.points(one),
        one.redFlags().isEmpty()
            ? null
            : words.text("print.red-flags", "flags", words.labels("red-flag", one.redFlags())),
        one.addendumOf() == null ? null : words.text("print.addendum"));
  }

  private @Nullable String respondent(KnownAssessments.Known one) {
    return one.respondent() == null
        ? null
        : words.text("print.answered-by", "who", words.label("respondent", one.respondent()));
  }

  private String referral(KnownReferrals.Known one) {
    return joined(
        one.askedAt() == null ? null : words.moment(one.askedAt()),
        one.category() == null ? null : words.label("category", one.category()),
        one.agencyKind() == null ? null : words.label("referral-body", one.agencyKind()),
        one.priority() == null ? null : words.label("priority", one.priority()),
        words.label("referral-status", one.status()),
        one.movedAt() == null ? null : words.text("print.since", "at", words.moment(one.movedAt())),
        one.outcome() == null ? null : words.label("outcome", one.outcome()),
        one.toldAt() == null
            ? null
            : words.text("print.family-told", "at", words.moment(one.toldAt())));
  }

  private String service(ServicesGiven.Whole whole) {
    ServiceGiven one = whole.service();
    return joined(
        words.moment(one.happenedAt()),
        words.label("service-given", one.kind()),
        one.minutes()
            .map(minutes -> words.text("print.minutes", "minutes", Integer.toString(minutes)))
            .orElse(null),
        one.rupees()
            .map(rupees -> words.text("print.rupees", "rupees", Integer.toString(rupees)))
            .orElse(null),
        whole.note());
  }

  private String review(CaseReviews.Whole whole) {
    return joined(
            words.moment(whole.review().happenedAt()),
            words.label("review-decision", whole.review().decision()),
            whole
                .review()
                .nextReviewOn()
                .map(day -> words.text("print.next", "day", words.day(day)))
                .orElse(null))
        + sheet.lines(
            Sheet.Line.of(null, whole.content().findings()),
            Sheet.Line.of("print.child-says", whole.content().childSays()),
            Sheet.Line.of("print.caregiver-says", whole.content().caregiverSays()));
  }

  private String conference(CaseConferences.Whole whole) {
    CaseConference one = whole.conference();
    Minutes minutes = whole.minutes();
    String there =
        String.join(
            words.text("list.comma"),
            minutes.participants().stream()
                .map(who -> who.name() + " (" + who.role() + ")")
                .toList());
    StringBuilder text =
        new StringBuilder(
            joined(
                words.moment(one.happenedAt()),
                words.label("conference-reason", one.reason()),
                words.label("conference-outcome", one.outcome())));
    text.append(
        sheet.lines(Sheet.Line.of("print.there", there), Sheet.Line.of(null, minutes.decisions())));
    for (AgreedAction action : minutes.actions()) {
      text.append("\n– ")
          .append(joined(action.words(), words.text("print.due", "at", words.day(action.dueOn()))));
    }
    return text.toString();
  }

  private String joined(@Nullable String... parts) {
    return Sheet.joined(words, parts);
  }
}
