package org.hifazat.cases.export;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.cases.casework.Actor;
import org.hifazat.cases.casework.AgreedAction;
import org.hifazat.cases.followup.FollowUp;
import org.hifazat.cases.followup.FollowUps;
import org.hifazat.cases.note.NoteKind;
import org.hifazat.cases.note.Notes;
import org.hifazat.cases.pdf.PaperDocument;
import org.hifazat.cases.plan.PlanContent;
import org.hifazat.cases.plan.PlanReading;
import org.hifazat.cases.safety.SafetyPlanContent;
import org.hifazat.cases.safety.SafetyPlans;
import org.hifazat.cases.task.Task;
import org.jspecify.annotations.Nullable;

/** Sets on paper what is done for the child: the plans, the contacts and the notes. */
final class WorkPrint {
  private final Sheet sheet;
  private final PaperDocument paper;
  private final PrintedWords words;

  WorkPrint(Sheet sheet, PaperDocument paper, PrintedWords words) {
    this.sheet = sheet;
    this.paper = paper;
    this.words = words;
  }

  /**
   * @param plan in force today
   * @param safety in force today
   * @param notes ordinary ones, and those kept apart that were chosen
   */
  record Content(
      Optional<PlanReading.Whole> plan,
      Optional<SafetyPlans.Whole> safety,
      List<FollowUps.Whole> planned,
      List<FollowUps.Whole> past,
      List<Notes.Whole> notes) {}

  void print(Content content) {
    paper.heading(words.text("print.plan"));
    content.plan().ifPresentOrElse(this::plan, this::nothing);
    paper.heading(words.text("print.safety"));
    content.safety().ifPresentOrElse(one -> safety(one.content()), this::nothing);
    sheet.list("print.contacts-planned", content.planned().stream().map(this::contact));
    sheet.list("print.contacts", content.past().stream().map(this::contact));
    sheet.list("print.notes", content.notes().stream().map(this::note));
  }

  private void nothing() {
    paper.paragraph(words.text("print.none"));
  }

  private void plan(PlanReading.Whole plan) {
    PlanContent content = plan.content();
    plan.plan().approvedAt().ifPresent(at -> sheet.fact("print.plan-approved", words.moment(at)));
    for (PlanContent.Problem problem : content.problems()) {
      sheet.fact("print.problem", problem.words());
      for (PlanContent.Goal goal : problem.goals()) {
        sheet.fact("print.goal", goal.words());
        goal.actions().forEach(action -> paper.item(action(action, plan.tasks())));
      }
    }
    sheet.fact("print.child-says", says(content.child()));
    sheet.fact("print.caregiver-says", says(content.caregiver()));
  }

  private String action(AgreedAction action, Map<UUID, Task> tasks) {
    Actor actor = action.actor();
    Task task = tasks.get(action.id());
    return joined(
        action.words(),
        actor.name() == null ? words.label("actor", actor.kind()) : actor.name(),
        words.text("print.due", "at", words.day(action.dueOn())),
        task != null && task.state().equals("done") ? words.text("print.done") : null);
  }

  private @Nullable String says(PlanContent.@Nullable Agreement agreement) {
    return agreement == null
        ? null
        : joined(words.label("says", agreement.decision()), agreement.reason());
  }

  private void safety(SafetyPlanContent content) {
    sheet.fact("print.dangers", content.dangers());
    sheet.fact("print.child-does", content.childDoes());
    sheet.fact("print.adults-do", content.adultsDo());
    for (SafetyPlanContent.Person person : content.people()) {
      paper.item(joined(person.name(), person.relation(), person.reach()));
    }
    content.places().forEach(paper::item);
    sheet.fact("print.child-says", words.label("says", content.childSays()));
    sheet.fact(
        "print.caregiver-says",
        joined(words.label("says", content.caregiverSays()), content.reason()));
  }

  private String contact(FollowUps.Whole whole) {
    FollowUp one = whole.followUp();
    return joined(
        one.happenedAt().or(one::plannedFor).map(words::moment).orElse(null),
        words.label("follow-up-kind", one.kind()),
        one.missedReason()
            .map(why -> words.text("contact.missed") + ": " + words.label("missed-reason", why))
            .orElse(null),
        one.childSeen().map(seen -> seen(seen, one.seenAlone().orElse(false))).orElse(null),
        one.riskChange().map(change -> words.label("risk-change", change)).orElse(null),
        whole.note());
  }

  private String seen(boolean seen, boolean alone) {
    return words.text(alone ? "contact.seen-alone" : seen ? "contact.seen" : "contact.not-seen");
  }

  private String note(Notes.Whole note) {
    StringBuilder text = new StringBuilder(words.moment(note.note().happenedAt()));
    String kind = note.note().kind();
    if (!kind.equals(NoteKind.ORDINARY.label())) {
      text.append(words.text("list.comma")).append(words.label("note-kind", kind));
    }
    text.append(" – ").append(note.words());
    note.added()
        .forEach(
            more ->
                text.append("\n")
                    .append(words.moment(more.recordedAt()))
                    .append(" – ")
                    .append(more.words()));
    return text.toString();
  }

  private String joined(@Nullable String... parts) {
    return Sheet.joined(words, parts);
  }
}
