package org.hifazat.cases.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.casefile.ReachCase;
import org.hifazat.cases.directory.KnownDirectory;
import org.hifazat.cases.lifecycle.Gates;
import org.hifazat.cases.task.ScheduleTask;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Writes down why the child's best interests cannot wait for consent, and calls a supervisor. */
@ApplicationScoped
public class OverrideConsent {
  static final String TEXT = "consent_override.text";
  static final String COMMENT = "consent_override.comment";

  private static final Duration WITHOUT_POLICY = Duration.ofHours(24);

  private final Session entities;
  private final ReachCase reach;
  private final CaseFiles files;
  private final OutsideRecipients recipients;
  private final ConsentStandings standings;
  private final ConsentEndings endings;
  private final KnownDirectory directory;
  private final ScheduleTask schedule;
  private final FieldCipher cipher;
  private final IdempotentCreation creation;
  private final Timeline timeline;
  private final Outbox outbox;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  OverrideConsent(
      Session entities,
      ReachCase reach,
      CaseFiles files,
      OutsideRecipients recipients,
      ConsentStandings standings,
      ConsentEndings endings,
      KnownDirectory directory,
      ScheduleTask schedule,
      FieldCipher cipher,
      IdempotentCreation creation,
      Timeline timeline,
      Outbox outbox,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.reach = reach;
    this.files = files;
    this.recipients = recipients;
    this.standings = standings;
    this.endings = endings;
    this.directory = directory;
    this.schedule = schedule;
    this.cipher = cipher;
    this.creation = creation;
    this.timeline = timeline;
    this.outbox = outbox;
    this.audit = audit;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param newRecipient whom nobody has named so far and no directory has
   * @param reasonCode serious-risk, caregiver-suspected, law-or-court or too-young-and-alone
   * @param childTold whether the child was told; it is, unless that is unsafe
   */
  public record Command(
      UUID caseId,
      ConsentMatter matter,
      @Nullable RecipientFacts newRecipient,
      String reasonCode,
      String text,
      boolean childTold,
      Instant happenedAt) {

    private Command naming(@Nullable UUID recipient) {
      return new Command(
          caseId,
          new ConsentMatter(matter.purpose(), matter.agencyId(), recipient, matter.transferId()),
          null,
          reasonCode,
          text,
          childTold,
          happenedAt);
    }
  }

  /** What was made, or made before by the same request. */
  public record Written(Created created, ConsentOverride override) {}

  /**
   * @throws ProblemException not-found, case-closed, in-the-future, agency-needed,
   *     recipient-unknown, recipient-of-concern, recipient-refused-elsewhere, override-awaiting,
   *     consent-stands, override-too-late, or one of idempotent creation
   */
  @Transactional
  public Written handle(Command command, @Nullable String idempotencyKey) {
    CaseFiles.WithChild found = reach.to(CaseOperation.OVERRIDE_CONSENT, command.caseId());
    Created created =
        creation.once(
            idempotencyKey,
            CaseOperation.OVERRIDE_CONSENT.name(),
            command,
            () -> write(command, found));
    ConsentOverride override = entities.find(ConsentOverride.class, created.id());
    if (override == null) {
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    return new Written(created, override);
  }

  private Created write(Command asked, CaseFiles.WithChild found) {
    CaseFile file = found.file();
    Instant now = clock.instant();
    files.hold(file);
    Gates.requireOpen(file);
    Command command =
        asked.naming(
            recipients.named(found, asked.matter().recipientId(), asked.newRecipient(), true));
    refuseWhatCannotBe(command, found, now);
    UUID staff = callers.current().staffId().orElseThrow();
    UUID id = ids.next();
    ScheduleTask.Command countersign =
        new ScheduleTask.Command(
                file.id(),
                file.unitId(),
                file.districtCode(),
                directory.supervisorBeside(staff, file.unitId(), file.namedIds()).orElse(null),
                TaskKind.OVERRIDE_COUNTERSIGN,
                null,
                command.happenedAt())
            .about(id);
    Instant due = schedule.latest(countersign).orElse(command.happenedAt().plus(WITHOUT_POLICY));
    if (!due.isAfter(now)) {
      throw new ProblemException(CaseProblem.OVERRIDE_TOO_LATE);
    }
    ConsentOverride override =
        ConsentOverride.written(
            id,
            command,
            cipher.encrypt(found.child().id(), TEXT, id, command.text()),
            due,
            staff,
            now);
    entities.persist(override);
    entities.flush();
    schedule.agreed(countersign, due);
    endings.stands(file, command.matter(), override.happenedAt());
    outbox.append(
        ConsentEvents.overridden(
            override,
            standings.of(found, command.matter()),
            recipients.serviceType(override.recipientId()),
            override.happenedAt()));
    timeline.happened(
        file.id(),
        "consent-overridden",
        override.happenedAt(),
        id,
        override.purpose(),
        override.reasonCode());
    audit.performed(
        CaseOperation.OVERRIDE_CONSENT.name(),
        "case",
        file.id(),
        override.purpose(),
        override.reasonCode());
    return Created.now(id, URI.create("/v1/cases/" + file.id() + "/consent-overrides/" + id));
  }

  private void refuseWhatCannotBe(Command command, CaseFiles.WithChild found, Instant now) {
    if (command.happenedAt().isAfter(now)) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    if (!command.matter().isWhole()) {
      throw new ProblemException(CaseProblem.AGENCY_NEEDED);
    }
    if (standings.overrides(found.file().id()).stream()
        .anyMatch(one -> one.isAwaiting() && command.matter().isOf(one))) {
      throw new ProblemException(CaseProblem.OVERRIDE_AWAITING);
    }
    if (standings.of(found, command.matter()).stands()) {
      throw new ProblemException(CaseProblem.CONSENT_STANDS);
    }
  }
}
