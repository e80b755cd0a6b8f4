package org.hifazat.cases.caserequest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.Role;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.casefile.NumberedCases;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.directory.KnownDirectory;
import org.hifazat.cases.lifecycle.Gates;
import org.hifazat.cases.task.ScheduleTask;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** A worker who found that somebody else has a case asks for it, by its number. */
@ApplicationScoped
public class AskForCase {
  private final Session entities;
  private final NumberedCases numbered;
  private final CaseFiles files;
  private final CodeLists codes;
  private final KnownDirectory directory;
  private final ScheduleTask schedule;
  private final FieldCipher cipher;
  private final IdempotentCreation creation;
  private final Timeline timeline;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  AskForCase(
      Session entities,
      NumberedCases numbered,
      CaseFiles files,
      CodeLists codes,
      KnownDirectory directory,
      ScheduleTask schedule,
      FieldCipher cipher,
      IdempotentCreation creation,
      Timeline timeline,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.numbered = numbered;
    this.files = files;
    this.codes = codes;
    this.directory = directory;
    this.schedule = schedule;
    this.cipher = cipher;
    this.creation = creation;
    this.timeline = timeline;
    this.audit = audit;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param caseNumber as a search or a paper tells it
   * @param reason code of case-request-reason
   * @param words why, for who answers
   * @param districtCode where the child is; needed for a case of another unit
   */
  public record Command(
      String caseNumber, String reason, String words, @Nullable String districtCode) {}

  /** What was asked, or asked before by the same request. */
  public record Asked(Created created, WantedCase request) {}

  /**
   * Whether a case of another unit is open is not told: then who has it says so.
   *
   * @throws ProblemException code-unknown, case-number-unknown (also for a sealed case),
   *     already-owner, case-request-not-needed, case-closed, district-needed, district-unknown,
   *     district-of-another-unit, case-request-pending or one of idempotent creation
   */
  @Transactional
  public Asked handle(Command command, @Nullable String idempotencyKey) {
    Created created = creation.once(idempotencyKey, "ASK_FOR_CASE", command, () -> create(command));
    // An answer given before is not given again to whom the case is out of reach since.
    return new Asked(
        created,
        Optional.ofNullable(entities.find(WantedCase.class, created.id()))
            .orElseThrow(() -> new ProblemException(CaseProblem.CASE_NUMBER_UNKNOWN)));
  }

  private Created create(Command command) {
    Instant now = clock.instant();
    LocalDate today = KarachiTime.day(now);
    List<CodeLists.Use> uses = List.of(CodeLists.Use.of("case-request-reason", command.reason()));
    if (!codes.listsWithInvalidCodes(today, uses).isEmpty()) {
      throw new ProblemException(CaseProblem.CODE_UNKNOWN);
    }
    NumberedCases.Numbered wanted =
        numbered
            .find(command.caseNumber())
            .orElseThrow(() -> new ProblemException(CaseProblem.CASE_NUMBER_UNKNOWN));
    WantedCase.Asker asker = asker(command, wanted, today);
    UUID id = ids.next();
    byte[] words = cipher.encrypt(wanted.childId(), WantedCase.WORDS, id, command.words());
    WantedCase request = WantedCase.asked(id, wanted, asker, command.reason(), words, now);
    try {
      entities.persist(request);
      entities.flush();
    } catch (ConstraintViolationException already) {
      throw new ProblemException(CaseProblem.CASE_REQUEST_PENDING);
    }
    numbered.requireKnown(command.caseNumber());
    tell(request, wanted, asker);
    return Created.now(id, URI.create("/v1/case-requests/" + id));
  }

  private WantedCase.Asker asker(Command command, NumberedCases.Numbered wanted, LocalDate today) {
    Caller caller = callers.current();
    UUID staff = caller.staffId().orElseThrow();
    UUID unit = caller.unitId().orElseThrow();
    if (staff.equals(wanted.ownerId())) {
      throw new ProblemException(CaseProblem.ALREADY_OWNER);
    }
    if (!unit.equals(wanted.unitId())) {
      return new WantedCase.Asker(staff, unit, ownDistrict(command.districtCode(), unit, today));
    }
    if (caller.has(Role.SUPERVISOR)) {
      throw new ProblemException(CaseProblem.CASE_REQUEST_NOT_NEEDED);
    }
    files.withinReach(wanted.caseId()).ifPresent(Gates::requireOpen);
    return new WantedCase.Asker(staff, unit, null);
  }

  private String ownDistrict(@Nullable String code, UUID unit, LocalDate today) {
    if (code == null) {
      throw new ProblemException(CaseProblem.DISTRICT_NEEDED);
    }
    KnownDirectory.District district =
        directory
            .district(code, today)
            .orElseThrow(() -> new ProblemException(CaseProblem.DISTRICT_UNKNOWN));
    if (district.unitId().filter(unit::equals).isEmpty()) {
      throw new ProblemException(CaseProblem.DISTRICT_OF_ANOTHER_UNIT);
    }
    return code;
  }

  private void tell(WantedCase request, NumberedCases.Numbered wanted, WantedCase.Asker asker) {
    schedule.handle(
        new ScheduleTask.Command(
                wanted.caseId(),
                wanted.unitId(),
                wanted.districtCode(),
                directory
                    .supervisorBeside(asker.staff(), wanted.unitId(), Optional.empty())
                    .orElse(null),
                TaskKind.CASE_REQUEST,
                null,
                request.askedAt())
            .about(request.id()));
    timeline.happened(
        wanted.caseId(), "case-asked-for", request.askedAt(), request.id(), request.reason());
    audit.performed(CaseOperation.ASK_FOR_CASE.name(), "case", wanted.caseId(), request.reason());
  }
}
