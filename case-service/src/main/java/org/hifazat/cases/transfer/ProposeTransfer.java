package org.hifazat.cases.transfer;

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
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.casefile.ReachCase;
import org.hifazat.cases.child.AgeBand;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.consent.ConsentMatter;
import org.hifazat.cases.consent.ConsentStandings;
import org.hifazat.cases.directory.KnownDirectory;
import org.hifazat.cases.legal.OrdersInForce;
import org.hifazat.cases.lifecycle.Gates;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Asks another unit, or records that a body outside was asked, to take a case over. */
@ApplicationScoped
public class ProposeTransfer {
  private static final String COURT_ORDER = "court-order";

  private final Session entities;
  private final ReachCase reach;
  private final CaseFiles files;
  private final KnownDirectory directory;
  private final CodeLists codes;
  private final ConsentStandings standings;
  private final OrdersInForce orders;
  private final FieldCipher cipher;
  private final IdempotentCreation creation;
  private final Timeline timeline;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  ProposeTransfer(
      Session entities,
      ReachCase reach,
      CaseFiles files,
      KnownDirectory directory,
      CodeLists codes,
      ConsentStandings standings,
      OrdersInForce orders,
      FieldCipher cipher,
      IdempotentCreation creation,
      Timeline timeline,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.reach = reach;
    this.files = files;
    this.directory = directory;
    this.codes = codes;
    this.standings = standings;
    this.orders = orders;
    this.cipher = cipher;
    this.creation = creation;
    this.timeline = timeline;
    this.audit = audit;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param toDistrict where the child is from now on; null where the case leaves the province
   * @param receiverId the one supervisor who may know of a sealed case there; may be left out where
   *     the unit has one only
   * @param outsideBody who is asked outside the platform
   * @param reason code of transfer-reason
   * @param request what the other side has to know to answer
   * @param overrideCode why without consent; a supervisor's decision, with the text
   * @param askedBy who of the other unit had asked for the case; null where nobody had
   */
  public record Command(
      UUID caseId,
      TransferKind kind,
      Instant happenedAt,
      @Nullable String toDistrict,
      @Nullable UUID receiverId,
      @Nullable String outsideBody,
      String reason,
      String request,
      @Nullable String overrideCode,
      @Nullable String overrideText,
      @Nullable UUID askedBy) {}

  /** What was proposed, or proposed before by the same request. */
  public record Proposed(Created created, CaseTransfer transfer) {}

  /**
   * @throws ProblemException not-found, forbidden, case-closed, in-the-future, code-unknown,
   *     transfer-pending, transfer-consent-missing, transfer-override-not-yours, reason-needed,
   *     order-not-in-force, district-unknown, district-without-unit, transfer-to-own-unit,
   *     transfer-receiver-needed, transfer-body-needed, or one of idempotent creation
   */
  @Transactional
  public Proposed handle(Command command, @Nullable String idempotencyKey) {
    CaseFiles.WithChild found = reach.to(CaseOperation.PROPOSE_TRANSFER, command.caseId());
    Created created =
        creation.once(idempotencyKey, "PROPOSE_TRANSFER", command, () -> create(command, found));
    // An answer given before is not given again to whom the case is out of reach since.
    return new Proposed(
        created,
        Optional.ofNullable(entities.find(CaseTransfer.class, created.id()))
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND)));
  }

  private Created create(Command command, CaseFiles.WithChild found) {
    CaseFile file = found.file();
    files.hold(file);
    Gates.requireOpen(file);
    Instant now = clock.instant();
    if (command.happenedAt().isAfter(now)) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    LocalDate day = KarachiTime.day(command.happenedAt());
    refuseUnknownCodes(command, day);
    refuseWithoutConsent(command, found, day);
    UUID id = ids.next();
    CaseTransfer.Destination to = destination(command, file, day);
    CaseTransfer transfer =
        CaseTransfer.proposed(
            id,
            file,
            to,
            command.reason(),
            command.askedBy(),
            new CaseTransfer.Act(
                callers.current().staffId().orElseThrow(), command.happenedAt(), now));
    persist(transfer);
    entities.persist(
        TransferContent.of(
            id,
            file,
            found.child().sex(),
            AgeBand.of(found.child().birthYear(), KarachiTime.day(now)).label(),
            words(id, file.childId(), command)));
    entities.flush();
    String where = to.unit() == null ? command.kind().label() : to.unit().toString();
    timeline.happened(file.id(), "transfer-proposed", command.happenedAt(), id, where);
    audit.performed(CaseOperation.PROPOSE_TRANSFER.name(), "case", file.id(), where);
    return Created.now(id, URI.create("/v1/transfers/" + id));
  }

  /** Two who propose at once: the index lets one of them through. */
  private void persist(CaseTransfer transfer) {
    try {
      entities.persist(transfer);
      entities.flush();
    } catch (ConstraintViolationException another) {
      throw new ProblemException(CaseProblem.TRANSFER_PENDING);
    }
  }

  private void refuseUnknownCodes(Command command, LocalDate day) {
    List<CodeLists.Use> uses =
        command.overrideCode() == null
            ? List.of(CodeLists.Use.of("transfer-reason", command.reason()))
            : List.of(
                CodeLists.Use.of("transfer-reason", command.reason()),
                CodeLists.Use.of("transfer-override", command.overrideCode()));
    if (!codes.listsWithInvalidCodes(day, uses).isEmpty()) {
      throw new ProblemException(CaseProblem.CODE_UNKNOWN);
    }
  }

  /**
   * The whole file moves: with consent to casework, or by a supervisor's reasoned decision. To a
   * body outside it goes with consent to that one, asked before it is handed over.
   */
  private void refuseWithoutConsent(Command command, CaseFiles.WithChild found, LocalDate day) {
    String override = command.overrideCode();
    if (override != null) {
      if (!callers.current().has(Role.SUPERVISOR)) {
        throw new ProblemException(CaseProblem.TRANSFER_OVERRIDE_NOT_YOURS);
      }
      if (command.overrideText() == null || command.overrideText().isBlank()) {
        throw new ProblemException(CaseProblem.REASON_NEEDED);
      }
      if (override.equals(COURT_ORDER) && !orders.any(found.file().id(), day)) {
        throw new ProblemException(CaseProblem.ORDER_NOT_IN_FORCE);
      }
      return;
    }
    if (!standings.of(found, ConsentMatter.casework()).stands()) {
      throw new ProblemException(CaseProblem.TRANSFER_CONSENT_MISSING);
    }
  }

  private CaseTransfer.Destination destination(Command command, CaseFile file, LocalDate day) {
    if (command.kind().leaves()) {
      if (command.outsideBody() == null || command.outsideBody().isBlank()) {
        throw new ProblemException(CaseProblem.TRANSFER_BODY_NEEDED);
      }
      return new CaseTransfer.Destination(command.kind(), null, null, null);
    }
    String district = command.toDistrict();
    if (district == null) {
      throw new ProblemException(CaseProblem.DISTRICT_UNKNOWN);
    }
    UUID unit =
        directory
            .district(district, day)
            .orElseThrow(() -> new ProblemException(CaseProblem.DISTRICT_UNKNOWN))
            .unitId()
            .orElseThrow(() -> new ProblemException(CaseProblem.DISTRICT_WITHOUT_UNIT));
    if (unit.equals(file.unitId())) {
      throw new ProblemException(CaseProblem.TRANSFER_TO_OWN_UNIT);
    }
    return new CaseTransfer.Destination(
        command.kind(), unit, district, receiver(command, file, unit));
  }

  /** Of a sealed case one person there learns, and no other. */
  private @Nullable UUID receiver(Command command, CaseFile file, UUID unit) {
    if (file.namedIds().isEmpty()) {
      return null;
    }
    UUID receiver =
        Optional.ofNullable(command.receiverId())
            .or(() -> directory.onlySupervisor(unit))
            .orElseThrow(() -> new ProblemException(CaseProblem.TRANSFER_RECEIVER_NEEDED));
    if (!directory.takesCases(receiver, unit) || !directory.hasRole(receiver, Role.SUPERVISOR)) {
      throw new ProblemException(CaseProblem.TRANSFER_RECEIVER_NEEDED);
    }
    return receiver;
  }

  private TransferContent.Words words(UUID id, UUID child, Command command) {
    String body = command.outsideBody();
    String why = command.overrideText();
    return new TransferContent.Words(
        cipher.encrypt(child, TransferContent.REQUEST, id, command.request()),
        body == null ? null : cipher.encrypt(child, TransferContent.BODY, id, body),
        command.overrideCode(),
        why == null || command.overrideCode() == null
            ? null
            : cipher.encrypt(child, TransferContent.OVERRIDE, id, why));
  }
}
