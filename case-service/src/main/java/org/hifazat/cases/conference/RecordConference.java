package org.hifazat.cases.conference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casework.AgreedAction;
import org.hifazat.cases.casework.AgreedActions;
import org.hifazat.cases.casework.CaseClocks;
import org.hifazat.cases.casework.CaseDesk;
import org.hifazat.cases.casework.Deed;
import org.hifazat.cases.casework.Deeds;
import org.hifazat.cases.casework.Recorder;
import org.hifazat.cases.casework.SealedWords;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.event.CaseConferenceHeld;
import org.hifazat.cases.task.Task;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Keeps the minutes of a case conference; what was agreed on there becomes tasks. */
@ApplicationScoped
public class RecordConference {
  private static final CaseOperation OPERATION = CaseOperation.RECORD_CASE_CONFERENCE;

  private final CaseDesk desk;
  private final Recorder recorder;
  private final CaseConferences conferences;
  private final PlannedConferences planned;
  private final NextConference next;
  private final CaseClocks clocks;
  private final AgreedActions actions;
  private final SealedWords words;
  private final Deeds deeds;

  RecordConference(
      CaseDesk desk,
      Recorder recorder,
      CaseConferences conferences,
      PlannedConferences planned,
      NextConference next,
      CaseClocks clocks,
      AgreedActions actions,
      SealedWords words,
      Deeds deeds) {
    this.desk = desk;
    this.recorder = recorder;
    this.conferences = conferences;
    this.planned = planned;
    this.next = next;
    this.clocks = clocks;
    this.actions = actions;
    this.words = words;
    this.deeds = deeds;
  }

  /**
   * @param reason a code of list conference-reason
   * @param outcome a code of list conference-outcome
   * @param remote by phone or video, wholly or in part
   * @param plannedId the one that was called, if it was
   */
  public record Command(
      UUID caseId,
      String reason,
      String outcome,
      boolean remote,
      Minutes minutes,
      Instant happenedAt,
      @Nullable UUID plannedId) {}

  /** What was made, or made before by the same request. */
  public record Recorded(Created created, CaseConferences.Whole whole) {}

  /**
   * @throws ProblemException not-found, case-closed, in-the-future, before-the-case, code-unknown,
   *     plan-part-repeated, actor-unclear, staff-unknown, action-due-in-the-past,
   *     conference-not-planned, or one of idempotent creation
   */
  @Transactional
  public Recorded handle(Command command, @Nullable String idempotencyKey) {
    CaseFile file = desk.toChange(OPERATION, command.caseId());
    Created created =
        recorder.once(
            idempotencyKey,
            OPERATION.name(),
            command,
            "/v1/cases/" + file.id() + "/conferences/",
            entry -> record(file, command, entry));
    CaseConference conference = recorder.find(CaseConference.class, created.id());
    return new Recorded(created, conferences.open(file, List.of(conference)).getFirst());
  }

  private UUID record(CaseFile file, Command command, Recorder.Entry entry) {
    refuseWhatCannotBe(file, command);
    UUID id = entry.id();
    CaseConference conference =
        CaseConference.held(
            id,
            command,
            words.sealDocument(file.childId(), CaseConferences.CONTENT, id, command.minutes()),
            entry.by(),
            entry.at());
    recorder.keep(conference);
    endPlanned(file, command, id);
    next.held(file, command.happenedAt());
    command
        .minutes()
        .actions()
        .forEach(
            action ->
                actions.schedule(file, TaskKind.CONFERENCE_ACTION, action, command.happenedAt()));
    deeds.done(
        new Deed(
            file,
            OPERATION,
            "case-conference-held",
            command.happenedAt(),
            "case-conference",
            id,
            0,
            List.of(command.reason(), command.outcome())),
        CaseConferenceHeld.TYPE,
        new CaseConferenceHeld(
            file.id(),
            file.districtCode(),
            file.unitId(),
            id,
            command.reason(),
            command.outcome(),
            conference.participants(),
            command.happenedAt()));
    return id;
  }

  private void endPlanned(CaseFile file, Command command, UUID minutes) {
    UUID id = command.plannedId();
    if (id == null) {
      return;
    }
    boolean held =
        planned
            .one(id)
            .filter(one -> one.caseId().equals(file.id()))
            .filter(one -> one.held(minutes))
            .isPresent();
    if (!held) {
      throw new ProblemException(CaseProblem.CONFERENCE_NOT_PLANNED);
    }
    clocks.met(file, TaskKind.CASE_CONFERENCE, id, command.happenedAt());
  }

  private void refuseWhatCannotBe(CaseFile file, Command command) {
    desk.requirePossible(file, command.happenedAt());
    recorder.requireCodes(
        command.happenedAt(),
        CodeLists.Use.of("conference-reason", command.reason()),
        CodeLists.Use.of("conference-outcome", command.outcome()));
    List<AgreedAction> agreed = command.minutes().actions();
    Map<UUID, Task> taken = actions.latest(file.id(), TaskKind.CONFERENCE_ACTION);
    if (agreed.stream().map(AgreedAction::id).distinct().count() < agreed.size()
        || agreed.stream().anyMatch(action -> taken.containsKey(action.id()))) {
      throw new ProblemException(CaseProblem.PLAN_PART_REPEATED);
    }
    actions.requireClearActors(file, agreed);
    LocalDate day = KarachiTime.day(command.happenedAt());
    if (agreed.stream().anyMatch(action -> action.dueOn().isBefore(day))) {
      throw new ProblemException(CaseProblem.ACTION_DUE_IN_THE_PAST);
    }
  }
}
