package org.hifazat.cases.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.casefile.ReachCase;
import org.hifazat.cases.child.ChildDetails;
import org.hifazat.cases.consent.ConsentQueries;
import org.hifazat.cases.followup.FollowUps;
import org.hifazat.cases.note.NoteKind;
import org.hifazat.cases.note.Notes;
import org.hifazat.cases.pdf.PaperDocument;
import org.hifazat.cases.people.PeopleQueries;
import org.hifazat.cases.plan.PlanReading;
import org.hifazat.cases.safety.SafetyPlans;
import org.hifazat.cases.story.Story;
import org.hifazat.cases.task.TaskQueries;
import org.hifazat.platform.security.AuditLog;

/** One case as a document to carry: what it holds is what a reader outside may need, no more. */
@ApplicationScoped
public class ExportCase {
  /** Some forty pages; a story that is longer is cut, and says so. */
  private static final int MOST_ENTRIES = 1_000;

  private static final int MOST_CONTACTS = 200;
  private static final int MOST_NOTES = 200;

  private final ReachCase reach;
  private final ChildDetails children;
  private final PeopleQueries people;
  private final ConsentQueries consents;
  private final PlanReading plans;
  private final SafetyPlans safety;
  private final FollowUps contacts;
  private final Notes notes;
  private final TaskQueries tasks;
  private final Story story;
  private final AuditLog audit;
  private final Clock clock;

  ExportCase(
      ReachCase reach,
      ChildDetails children,
      PeopleQueries people,
      ConsentQueries consents,
      PlanReading plans,
      SafetyPlans safety,
      FollowUps contacts,
      Notes notes,
      TaskQueries tasks,
      Story story,
      AuditLog audit,
      Clock clock) {
    this.reach = reach;
    this.children = children;
    this.people = people;
    this.consents = consents;
    this.plans = plans;
    this.safety = safety;
    this.contacts = contacts;
    this.notes = notes;
    this.tasks = tasks;
    this.story = story;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param name of the file: the number of the case and nothing else
   */
  public record Document(String name, byte[] bytes) {}

  /** The purpose is kept in the audit trail with who took the case out. */
  @Transactional
  public Document handle(UUID caseId, String language, ExportPurpose purpose) {
    CaseFiles.WithChild found = reach.to(CaseOperation.EXPORT_CASE, caseId);
    CaseFile file = found.file();
    audit.performed(CaseOperation.EXPORT_CASE.name(), "case", caseId, purpose.label(), language);
    List<Story.Line> lines = story.forOthers(file, MOST_ENTRIES + 1);
    CasePrint.Content content =
        new CasePrint.Content(
            file,
            children.open(found.child()),
            children.openBackground(found.child()),
            people.persons(caseId),
            people.places(caseId),
            consents.ofCase(caseId),
            work(caseId),
            tasks.ofCase(caseId),
            lines.stream().limit(MOST_ENTRIES).toList(),
            lines.size() > MOST_ENTRIES);
    return new Document(file.number() + ".pdf", printed(content, language, purpose));
  }

  private WorkPrint.Content work(UUID caseId) {
    return new WorkPrint.Content(
        plans.inForce(caseId),
        safety.page(caseId, null, 1).stream()
            .filter(one -> one.plan().state().equals("in-force"))
            .findFirst(),
        contacts.page(caseId, true, null, MOST_CONTACTS),
        contacts.page(caseId, false, null, MOST_CONTACTS),
        notes.page(caseId, null, MOST_NOTES).stream()
            .filter(one -> one.note().kind().equals(NoteKind.ORDINARY.label()))
            .toList());
  }

  private byte[] printed(CasePrint.Content content, String language, ExportPurpose purpose) {
    Instant now = clock.instant();
    PrintedWords words = new PrintedWords(language);
    String number = content.file().number();
    try (PaperDocument paper = new PaperDocument(language, number, now)) {
      new CasePrint(paper, words).print(content, purpose, now);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      String pages = Integer.toString(paper.pages());
      paper.writeTo(
          out,
          page ->
              words.text(
                  "print.foot",
                  "number",
                  number,
                  "purpose",
                  words.label("export-purpose", purpose.label()),
                  "at",
                  words.moment(now),
                  "pages",
                  pages,
                  "page",
                  Integer.toString(page)));
      return out.toByteArray();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
