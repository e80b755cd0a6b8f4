package org.hifazat.cases.conference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CasePages;
import org.hifazat.cases.casework.AgreedActions;
import org.hifazat.cases.casework.CaseDesk;
import org.hifazat.cases.casework.SealedWords;
import org.hifazat.cases.task.Task;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.cases.task.TaskNotes;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** Case conferences of a case. */
@ApplicationScoped
public class CaseConferences {
  static final String CONTENT = "case_conference.content";

  private final CaseDesk desk;
  private final SealedWords words;
  private final CasePages pages;
  private final AgreedActions actions;
  private final TaskNotes notes;

  CaseConferences(
      CaseDesk desk, SealedWords words, CasePages pages, AgreedActions actions, TaskNotes notes) {
    this.desk = desk;
    this.words = words;
    this.pages = pages;
    this.actions = actions;
    this.notes = notes;
  }

  /**
   * @param tasks of all conferences' actions, by action
   * @param notes what came of a task, by task
   */
  public record Whole(
      CaseConference conference, Minutes minutes, Map<UUID, Task> tasks, Map<UUID, String> notes) {}

  /** Newest first; the read is audited. */
  @Transactional
  public List<Whole> page(UUID caseId, @Nullable Cursor after, int limit) {
    CaseFile file = desk.toRead(CaseOperation.VIEW_CASEWORK, caseId, "conferences");
    return open(file, pages.newestFirst(CaseConference.class, "happenedAt", caseId, after, limit));
  }

  List<Whole> open(CaseFile file, List<CaseConference> conferences) {
    UUID child = file.childId();
    Map<UUID, Task> tasks = actions.latest(file.id(), TaskKind.CONFERENCE_ACTION);
    Map<UUID, String> outcomes = notes.open(child, tasks.values());
    return conferences.stream()
        .map(
            one ->
                new Whole(
                    one,
                    words.openDocument(child, CONTENT, one.id(), one.content(), Minutes.class),
                    tasks,
                    outcomes))
        .toList();
  }
}
