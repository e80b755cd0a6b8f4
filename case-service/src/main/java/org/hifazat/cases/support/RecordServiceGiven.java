package org.hifazat.cases.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casework.CaseDesk;
import org.hifazat.cases.casework.Deed;
import org.hifazat.cases.casework.Deeds;
import org.hifazat.cases.casework.SealedWords;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.directory.KnownDirectory;
import org.hifazat.cases.event.ServiceGivenRecorded;
import org.hifazat.cases.event.ServiceStruckOut;
import org.hifazat.cases.plan.PlanInForce;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Writes down what the unit itself did for the child. */
@ApplicationScoped
public class RecordServiceGiven {
  private static final CaseOperation OPERATION = CaseOperation.RECORD_SERVICE_GIVEN;
  private static final String CASH = "cash";
  private static final String GOODS = "goods";

  private final Session entities;
  private final CaseDesk desk;
  private final ServicesGiven services;
  private final PlanInForce plan;
  private final KnownDirectory directory;
  private final SealedWords words;
  private final CodeLists codes;
  private final IdempotentCreation creation;
  private final Deeds deeds;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  RecordServiceGiven(
      Session entities,
      CaseDesk desk,
      ServicesGiven services,
      PlanInForce plan,
      KnownDirectory directory,
      SealedWords words,
      CodeLists codes,
      IdempotentCreation creation,
      Deeds deeds,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.desk = desk;
    this.services = services;
    this.plan = plan;
    this.directory = directory;
    this.words = words;
    this.codes = codes;
    this.creation = creation;
    this.deeds = deeds;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param kind a code of list service-given
   * @param givenBy a colleague of the unit; null for the caller
   * @param rupees what was paid, needed for cash, or what goods were worth
   * @param actionId the action of the plan in force that it carries out
   */
  public record Command(
      UUID caseId,
      String kind,
      Instant happenedAt,
      @Nullable UUID givenBy,
      @Nullable Integer minutes,
      @Nullable Integer rupees,
      @Nullable UUID actionId,
      @Nullable String note) {}

  /** What was made, or made before by the same request. */
  public record Recorded(Created created, ServicesGiven.Whole whole) {}

  /**
   * @throws ProblemException not-found, case-closed, in-the-future, before-the-case, code-unknown,
   *     amount-needed, staff-unknown, action-unknown, or one of idempotent creation
   */
  @Transactional
  public Recorded handle(Command command, @Nullable String idempotencyKey) {
    CaseFile file = desk.toChange(OPERATION, command.caseId());
    Created created =
        creation.once(idempotencyKey, OPERATION.name(), command, () -> record(file, command));
    return new Recorded(created, services.open(file, services.one(created.id())));
  }

  private Created record(CaseFile file, Command command) {
    refuseWhatCannotBe(file, command);
    UUID id = ids.next();
    UUID caller = callers.current().staffId().orElseThrow();
    UUID givenBy = command.givenBy();
    ServiceGiven service =
        ServiceGiven.given(
            id,
            command,
            givenBy == null ? caller : givenBy,
            words.seal(file.childId(), ServicesGiven.NOTE, id, command.note()),
            caller,
            clock.instant());
    entities.persist(service);
    deeds.done(
        deed(file, service, "service-given"),
        ServiceGivenRecorded.TYPE,
        new ServiceGivenRecorded(
            file.id(),
            file.districtCode(),
            file.unitId(),
            id,
            service.kind(),
            service.happenedAt()));
    return Created.now(id, URI.create("/v1/cases/" + file.id() + "/services-given/" + id));
  }

  private void refuseWhatCannotBe(CaseFile file, Command command) {
    desk.requirePossible(file, command.happenedAt());
    codes.require(
        KarachiTime.day(command.happenedAt()),
        List.of(CodeLists.Use.of("service-given", command.kind())));
    boolean hasAmount = command.rupees() != null;
    if (command.kind().equals(CASH) ? !hasAmount : hasAmount && !command.kind().equals(GOODS)) {
      throw new ProblemException(CaseProblem.AMOUNT_NEEDED);
    }
    UUID givenBy = command.givenBy();
    if (givenBy != null && !directory.allWorkIn(file.unitId(), List.of(givenBy))) {
      throw new ProblemException(CaseProblem.STAFF_UNKNOWN);
    }
    UUID action = command.actionId();
    if (action != null && !plan.hasAction(file, action)) {
      throw new ProblemException(CaseProblem.ACTION_UNKNOWN);
    }
  }

  /**
   * What was recorded by mistake stays readable and counts no more.
   *
   * @throws ProblemException not-found, stale or struck-already
   */
  @Transactional
  public ServicesGiven.Whole strike(UUID serviceId, long expectedVersion) {
    ServiceGiven service = services.one(serviceId);
    CaseFile file = desk.toChange(OPERATION, service.caseId());
    Preconditions.check(expectedVersion, service.version());
    if (!service.strike(callers.current().staffId().orElseThrow(), clock.instant())) {
      throw new ProblemException(CaseProblem.STRUCK_ALREADY);
    }
    entities.flush();
    deeds.done(
        deed(file, service, "service-struck-out"),
        ServiceStruckOut.TYPE,
        new ServiceStruckOut(
            file.id(),
            file.districtCode(),
            file.unitId(),
            service.id(),
            service.kind(),
            service.happenedAt()));
    return services.open(file, service);
  }

  private static Deed deed(CaseFile file, ServiceGiven service, String kind) {
    return new Deed(
        file,
        OPERATION,
        kind,
        service.happenedAt(),
        "service-given",
        service.id(),
        service.version(),
        List.of(service.kind()));
  }
}
