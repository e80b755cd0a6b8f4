package org.hifazat.assessment.openrosa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hifazat.assessment.AssessmentConfig;
import org.hifazat.assessment.access.AccessScope;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.access.Role;
import org.hifazat.assessment.completed.ConductAssessment;
import org.hifazat.assessment.instrument.Administration;
import org.hifazat.assessment.instrument.Instrument;
import org.hifazat.assessment.instrument.InstrumentCatalogue;
import org.hifazat.assessment.knowncase.KnownCases;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.security.Relation;

/** What a device may fetch, and what becomes of what it sends. */
@ApplicationScoped
public class CollectDesk {

  /** A published form never changes, so neither does what a device gets. */
  private final Map<String, String> documents = new ConcurrentHashMap<>();

  private final InstrumentCatalogue instruments;
  private final KnownCases cases;
  private final ConductAssessment conduct;
  private final Access access;
  private final CallerContext callers;
  private final Clock clock;
  private final AssessmentConfig config;

  CollectDesk(
      InstrumentCatalogue instruments,
      KnownCases cases,
      ConductAssessment conduct,
      Access access,
      CallerContext callers,
      Clock clock,
      AssessmentConfig config) {
    this.instruments = instruments;
    this.cases = cases;
    this.conduct = conduct;
    this.access = access;
    this.callers = callers;
    this.clock = clock;
    this.config = config;
  }

  /** What came of a submission. */
  public sealed interface Outcome {
    record Taken(ConductAssessment.Result result) implements Outcome {}

    /** It is no filled form of ours: no XML, no case chosen, no id of its own. */
    record NotReadable() implements Outcome {}
  }

  /** The instruments the caller may use alone; clinical ones are a psychologist's. */
  public List<Instrument> forms() {
    access.require(AssessmentOperation.FETCH_COLLECT_FORMS, Relation.NONE);
    Caller caller = callers.current();
    return instruments.all().stream().filter(instrument -> mayUse(caller, instrument)).toList();
  }

  /** One of them. */
  public Optional<Instrument> form(String id, String version) {
    access.require(AssessmentOperation.FETCH_COLLECT_FORMS, Relation.NONE);
    Caller caller = callers.current();
    return instruments.find(id, version).filter(instrument -> mayUse(caller, instrument));
  }

  /** The form as a device gets it. */
  public String document(Instrument instrument) {
    return documents.computeIfAbsent(
        instrument.fingerprint(), fingerprint -> CollectForm.of(instrument));
  }

  /** The open cases the caller works on, by id and number. */
  @Transactional
  public List<KnownCases.Numbered> cases() {
    access.require(AssessmentOperation.FETCH_COLLECT_FORMS, Relation.NONE);
    Caller caller = callers.current();
    return cases.workedOnBy(AccessScope.of(caller), caller.has(Role.SUPERVISOR));
  }

  /** Takes a filled form the way every other is taken. */
  public Outcome take(String xml) {
    Optional<CollectedSubmission> read = CollectedSubmission.read(xml);
    if (read.isEmpty() || read.get().caseId().isEmpty() || read.get().instanceId().isEmpty()) {
      return new Outcome.NotReadable();
    }
    Optional<Instrument> instrument =
        instruments.find(read.get().instrumentId(), read.get().version());
    CollectedSubmission sent =
        instrument.filter(known -> !known.form().contains("instanceID")).isPresent()
            ? read.get().withoutMeta()
            : read.get();
    return new Outcome.Taken(
        conduct.handle(
            new ConductAssessment.Command(
                sent.caseId().orElseThrow(),
                sent.instrumentId(),
                sent.version(),
                conductedAt(sent, instrument),
                sent.answers()),
            sent.instanceId().orElseThrow().toString()));
  }

  private static boolean mayUse(Caller caller, Instrument instrument) {
    return instrument.descriptor().administration() == Administration.ANY_CASEWORKER
        || caller.has(Role.PSYCHOLOGIST);
  }

  /**
   * The day the form says, when it says one: at the time the device finished it if that was the
   * same day, else at noon. Forms are written up in the evening, or days later.
   */
  private Instant conductedAt(CollectedSubmission sent, Optional<Instrument> instrument) {
    Instant finished = sent.finishedAt().orElseGet(clock::instant);
    return instrument
        .map(known -> known.descriptor().conductedOn())
        .flatMap(sent::dayAt)
        .filter(day -> !day.equals(LocalDate.ofInstant(finished, config.zone())))
        .map(day -> day.atTime(LocalTime.NOON).atZone(config.zone()).toInstant())
        .orElse(finished);
  }
}
