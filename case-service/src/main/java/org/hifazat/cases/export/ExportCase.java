package org.hifazat.cases.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.Relations;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.casefile.ReachCase;
import org.hifazat.cases.child.ChildDetails;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.consent.ConsentQueries;
import org.hifazat.cases.pdf.PaperDocument;
import org.hifazat.cases.people.PeopleQueries;
import org.hifazat.cases.story.Story;
import org.hifazat.cases.task.TaskQueries;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.ProblemException;

/** One case as a document to carry: what it holds is what a reader outside may need, no more. */
@ApplicationScoped
public class ExportCase {
  /** Some forty pages; a story that is longer is cut, and says so. */
  private static final int MOST_ENTRIES = 1_000;

  private final ReachCase reach;
  private final Relations relations;
  private final Access access;
  private final ChildDetails children;
  private final PeopleQueries people;
  private final ConsentQueries consents;
  private final CaseContents contents;
  private final TaskQueries tasks;
  private final Story story;
  private final CodeLists codes;
  private final Timeline timeline;
  private final AuditLog audit;
  private final Clock clock;

  ExportCase(
      ReachCase reach,
      Relations relations,
      Access access,
      ChildDetails children,
      PeopleQueries people,
      ConsentQueries consents,
      CaseContents contents,
      TaskQueries tasks,
      Story story,
      CodeLists codes,
      Timeline timeline,
      AuditLog audit,
      Clock clock) {
    this.reach = reach;
    this.relations = relations;
    this.access = access;
    this.children = children;
    this.people = people;
    this.consents = consents;
    this.contents = contents;
    this.tasks = tasks;
    this.story = story;
    this.codes = codes;
    this.timeline = timeline;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param chosen parts that stay out unless somebody who may read them wants them in
   */
  public record Command(
      UUID caseId, String language, ExportPurpose purpose, Set<ExportPart> chosen) {}

  /**
   * @param name of the file: the number of the case and nothing else
   */
  public record Document(String name, byte[] bytes) {}

  /**
   * The purpose is kept in the audit trail and the story with who took the case out.
   *
   * @throws ProblemException not-found; forbidden comes from the rules, also for a part that the
   *     caller may not take out
   */
  @Transactional
  public Document handle(Command command) {
    CaseFiles.WithChild found = reach.to(CaseOperation.EXPORT_CASE, command.caseId());
    CaseFile file = found.file();
    List<String> told = new ArrayList<>(List.of(command.purpose().label(), command.language()));
    for (ExportPart part : ExportPart.all()) {
      if (command.chosen().contains(part)) {
        part.reader()
            .ifPresent(
                reader -> access.require(reader, relations.to(reader, file), "case", file.id()));
        told.add(part.label());
      }
    }
    audit.performed(
        CaseOperation.EXPORT_CASE.name(), "case", file.id(), told.toArray(String[]::new));
    List<Story.Line> lines = story.forOthers(file, MOST_ENTRIES + 1);
    CaseContents.Gathered gathered = contents.of(file, command.chosen());
    CasePrint.Content content =
        new CasePrint.Content(
            file,
            children.open(found.child()),
            children.openBackground(found.child()),
            people.persons(file.id(), null, Integer.MAX_VALUE),
            people.places(file.id(), null, Integer.MAX_VALUE),
            consents.ofCase(file.id()),
            gathered,
            tasks.open(file.id()),
            lines.stream().limit(MOST_ENTRIES).toList(),
            lines.size() > MOST_ENTRIES,
            command.chosen());
    Document document = new Document(file.number() + ".pdf", printed(content, command));
    // Not which parts: of a note kept apart the story does not even tell that there is one.
    timeline.happened(file.id(), "case-exported", clock.instant(), null, command.purpose().label());
    return document;
  }

  private byte[] printed(CasePrint.Content content, Command command) {
    Instant now = clock.instant();
    PrintedWords words =
        new PrintedWords(
            command.language(), codes.names(PrintedWords.listsThatArePrinted()), codes.laidDown());
    String number = content.file().number();
    String purpose = words.label("export-purpose", command.purpose().label());
    try (PaperDocument paper = new PaperDocument(command.language(), number, now)) {
      new CasePrint(paper, words).print(content, command.purpose(), now);
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
                  purpose,
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
