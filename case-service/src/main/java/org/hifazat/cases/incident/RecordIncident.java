package org.hifazat.cases.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casework.CaseDesk;
import org.hifazat.cases.casework.Deed;
import org.hifazat.cases.casework.Deeds;
import org.hifazat.cases.casework.Recorder;
import org.hifazat.cases.casework.SealedWords;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.event.IncidentFound;
import org.hifazat.cases.event.IncidentRecorded;
import org.hifazat.cases.people.PeopleQueries;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Writes down an allegation, and later what was found about it. */
@ApplicationScoped
public class RecordIncident {
  private static final CaseOperation OPERATION = CaseOperation.RECORD_INCIDENT;

  private final CaseDesk desk;
  private final Recorder recorder;
  private final Incidents incidents;
  private final PeopleQueries people;
  private final SealedWords words;
  private final Deeds deeds;

  RecordIncident(
      CaseDesk desk,
      Recorder recorder,
      Incidents incidents,
      PeopleQueries people,
      SealedWords words,
      Deeds deeds) {
    this.desk = desk;
    this.recorder = recorder;
    this.incidents = incidents;
    this.people = people;
    this.words = words;
    this.deeds = deeds;
  }

  /**
   * @param concerns codes of list concern: what is said to have been done
   * @param placeKind a code of list place-kind
   * @param happenedAt when it is said to have happened, also before the case
   * @param personId who is said to have done it: a person of concern of the case
   * @param finding a code of list incident-finding
   */
  public record Command(
      UUID caseId,
      List<String> concerns,
      String placeKind,
      Instant happenedAt,
      @Nullable UUID personId,
      String finding,
      String account) {}

  /**
   * @param reason what the finding rests on
   */
  public record Finding(UUID incidentId, String finding, Instant happenedAt, String reason) {}

  /** What was recorded, or recorded before by the same request. */
  public record Recorded(Created created, Incidents.Whole whole) {}

  /**
   * @throws ProblemException not-found, case-closed, in-the-future, code-unknown,
   *     not-a-person-of-concern, or one of idempotent creation
   */
  @Transactional
  public Recorded handle(Command command, @Nullable String idempotencyKey) {
    CaseFile file = desk.toChange(OPERATION, command.caseId());
    Created created =
        recorder.once(
            idempotencyKey,
            OPERATION.name(),
            command,
            "/v1/cases/" + file.id() + "/incidents/",
            entry -> record(file, command, entry));
    return new Recorded(created, incidents.open(file, recorder.find(Incident.class, created.id())));
  }

  private UUID record(CaseFile file, Command command, Recorder.Entry entry) {
    recorder.requirePast(command.happenedAt());
    recorder.requireCodes(
        entry.at(),
        new CodeLists.Use("concern", command.concerns()),
        CodeLists.Use.of("place-kind", command.placeKind()),
        CodeLists.Use.of("incident-finding", command.finding()));
    UUID person = command.personId();
    if (person != null && !people.isOfConcern(file.id(), person)) {
      throw new ProblemException(CaseProblem.NOT_A_PERSON_OF_CONCERN);
    }
    Incident incident =
        Incident.recorded(
            entry,
            command,
            Objects.requireNonNull(
                words.seal(file.childId(), Incidents.ACCOUNT, entry.id(), command.account())));
    recorder.keep(incident);
    deeds.done(
        deed(file, incident, "incident-recorded", command.happenedAt()),
        IncidentRecorded.TYPE,
        new IncidentRecorded(
            file.id(),
            file.districtCode(),
            file.unitId(),
            incident.id(),
            incident.concerns(),
            incident.placeKind(),
            incident.finding(),
            incident.happenedAt(),
            incident.recordedAt()));
    return incident.id();
  }

  /**
   * @throws ProblemException not-found, case-closed, stale, in-the-future, code-unknown
   */
  @Transactional
  public Incidents.Whole find(Finding command, long expectedVersion) {
    Incident incident = recorder.find(Incident.class, command.incidentId());
    CaseFile file = desk.toChange(OPERATION, incident.caseId());
    Preconditions.check(expectedVersion, incident.version());
    recorder.requirePast(command.happenedAt());
    if (command.happenedAt().isBefore(incident.happenedAt())) {
      throw new ProblemException(CaseProblem.FOUND_BEFORE_IT_HAPPENED);
    }
    Recorder.Entry entry = recorder.entry();
    recorder.requireCodes(entry.at(), CodeLists.Use.of("incident-finding", command.finding()));
    String before = incident.finding();
    incident.found(command.finding());
    recorder.keep(
        IncidentFinding.of(
            entry,
            incident,
            command.finding(),
            command.happenedAt(),
            Objects.requireNonNull(
                words.seal(file.childId(), Incidents.REASON, entry.id(), command.reason()))));
    recorder.flush();
    deeds.done(
        deed(file, incident, "incident-found", command.happenedAt()),
        IncidentFound.TYPE,
        new IncidentFound(
            file.id(),
            file.districtCode(),
            file.unitId(),
            incident.id(),
            command.finding(),
            before,
            Recorder.precise(command.happenedAt()),
            entry.at()));
    return incidents.open(file, incident);
  }

  private static Deed deed(CaseFile file, Incident incident, String kind, Instant at) {
    return new Deed(
        file,
        OPERATION,
        kind,
        at,
        "incident",
        incident.id(),
        incident.version(),
        List.of(incident.finding(), incident.placeKind()));
  }
}
