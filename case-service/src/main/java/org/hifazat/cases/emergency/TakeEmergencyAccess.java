package org.hifazat.cases.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.Role;
import org.hifazat.cases.casefile.NumberedCases;
import org.hifazat.cases.codelist.CodeLists;
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

/**
 * Opens a case to somebody it is not open to, because a child needs help now. Nobody is asked
 * before; the unit's supervisor is told at once, and says afterwards whether it was right.
 */
@ApplicationScoped
public class TakeEmergencyAccess {
  private final Session entities;
  private final NumberedCases cases;
  private final CodeLists codes;
  private final ScheduleTask schedule;
  private final FieldCipher cipher;
  private final IdempotentCreation creation;
  private final Timeline timeline;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  TakeEmergencyAccess(
      Session entities,
      NumberedCases cases,
      CodeLists codes,
      ScheduleTask schedule,
      FieldCipher cipher,
      IdempotentCreation creation,
      Timeline timeline,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.cases = cases;
    this.codes = codes;
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
   * @param reason code of emergency-reason
   * @param words why, in words
   */
  public record Command(String caseNumber, String reason, String words) {}

  /** What was taken, or taken before by the same request. */
  public record Taken(Created created, EmergencyAccess access) {}

  /**
   * @throws ProblemException case-number-unknown (also for a sealed case), emergency-not-needed,
   *     code-unknown or one of idempotent creation
   */
  @Transactional
  public Taken handle(Command command, @Nullable String idempotencyKey) {
    Created created =
        creation.once(idempotencyKey, "TAKE_EMERGENCY_ACCESS", command, () -> create(command));
    // An answer given before is not given again to whom the case is out of reach since.
    return new Taken(
        created,
        Optional.ofNullable(entities.find(EmergencyAccess.class, created.id()))
            .orElseThrow(() -> new ProblemException(CaseProblem.CASE_NUMBER_UNKNOWN)));
  }

  private Created create(Command command) {
    Instant now = clock.instant();
    List<CodeLists.Use> uses = List.of(CodeLists.Use.of("emergency-reason", command.reason()));
    if (!codes.listsWithInvalidCodes(KarachiTime.day(now), uses).isEmpty()) {
      throw new ProblemException(CaseProblem.CODE_UNKNOWN);
    }
    NumberedCases.Numbered found =
        cases
            .find(command.caseNumber())
            .orElseThrow(() -> new ProblemException(CaseProblem.CASE_NUMBER_UNKNOWN));
    Caller caller = callers.current();
    UUID staff = caller.staffId().orElseThrow();
    refuseWhoReachesIt(found, caller, staff, now);
    UUID id = ids.next();
    EmergencyAccess access =
        EmergencyAccess.of(
            id,
            new EmergencyAccess.Opened(
                found.caseId(), found.number(), found.childId(), found.unitId()),
            staff,
            command.reason(),
            cipher.encrypt(found.childId(), EmergencyAccess.WORDS, id, command.words()),
            now);
    entities.persist(access);
    entities.flush();
    cases.requireKnown(command.caseNumber());
    tell(access, found);
    return Created.now(id, URI.create("/v1/emergency-accesses/" + id));
  }

  private void refuseWhoReachesIt(
      NumberedCases.Numbered found, Caller caller, UUID staff, Instant now) {
    boolean inTheUnit =
        caller.has(Role.SUPERVISOR) && caller.unitId().filter(found.unitId()::equals).isPresent();
    long active =
        entities
            .createQuery(
                "select count(*) from EmergencyAccess where caseId = :case and staffId = :staff"
                    + " and endsAt > :now",
                Long.class)
            .setParameter("case", found.caseId())
            .setParameter("staff", staff)
            .setParameter("now", now)
            .getSingleResult();
    if (inTheUnit
        || staff.equals(found.ownerId())
        || found.memberIds().contains(staff)
        || active > 0) {
      throw new ProblemException(CaseProblem.EMERGENCY_NOT_NEEDED);
    }
  }

  private void tell(EmergencyAccess access, NumberedCases.Numbered found) {
    schedule.handle(
        new ScheduleTask.Command(
                access.caseId(),
                found.unitId(),
                found.districtCode(),
                null,
                TaskKind.EMERGENCY_REVIEW,
                null,
                access.beginsAt())
            .about(access.id()));
    timeline.happened(
        access.caseId(), "emergency-access", access.beginsAt(), access.id(), access.reason());
    audit.performed(
        CaseOperation.TAKE_EMERGENCY_ACCESS.name(), "case", access.caseId(), access.reason());
  }
}
