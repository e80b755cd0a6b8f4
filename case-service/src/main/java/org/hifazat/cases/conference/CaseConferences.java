package org.hifazat.cases.conference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
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

  private final Session entities;
  private final CaseDesk desk;
  private final SealedWords words;
  private final AgreedActions actions;
  private final TaskNotes notes;

  CaseConferences(
      Session entities, CaseDesk desk, SealedWords words, AgreedActions actions, TaskNotes notes) {
    this.entities = entities;
    this.desk = desk;
    this.words = words;
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
    String text = "from CaseConference where caseId = :case";
    if (after != null) {
      text += " and (happenedAt < :at or (happenedAt = :at and id < :id))";
    }
    TypedQuery<CaseConference> query =
        entities
            .createQuery(text + " order by happenedAt desc, id desc", CaseConference.class)
            .setParameter("case", caseId)
            .setMaxResults(limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return open(file, query.getResultList());
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
