package org.hifazat.cases.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.closure.EndCase;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.consent.ConsentMatter;
import org.hifazat.cases.consent.ConsentStandings;
import org.hifazat.cases.lifecycle.Gates;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** A transfer that does not go to another unit after all, or was answered outside the platform. */
@ApplicationScoped
public class EndTransfer {
  private final Session entities;
  private final ReachTransfer reach;
  private final CaseFiles files;
  private final EndCase endCase;
  private final ConsentStandings standings;
  private final CodeLists codes;
  private final FieldCipher cipher;
  private final Timeline timeline;
  private final AuditLog audit;
  private final IdSource ids;

  EndTransfer(
      Session entities,
      ReachTransfer reach,
      CaseFiles files,
      EndCase endCase,
      ConsentStandings standings,
      CodeLists codes,
      FieldCipher cipher,
      Timeline timeline,
      AuditLog audit,
      IdSource ids) {
    this.entities = entities;
    this.reach = reach;
    this.files = files;
    this.endCase = endCase;
    this.standings = standings;
    this.codes = codes;
    this.cipher = cipher;
    this.timeline = timeline;
    this.audit = audit;
    this.ids = ids;
  }

  /**
   * @param expectedVersion of the transfer, from If-Match
   * @param reason in words, for the other side
   */
  public record Command(UUID transferId, long expectedVersion, Instant happenedAt, String reason) {
    private ReachTransfer.End end() {
      return new ReachTransfer.End(transferId, expectedVersion, happenedAt);
    }
  }

  /**
   * The receiving unit's supervisor will not take the case; nothing moves.
   *
   * @throws ProblemException not-found, forbidden, transfer-not-pending, stale, in-the-future or
   *     decided-before-requested
   */
  @Transactional
  public CaseTransfer decline(Command command) {
    CaseTransfer transfer =
        reach.toEnd(CaseOperation.DECLINE_TRANSFER, ReachTransfer.Side.RECEIVER, command.end());
    CaseTransfer.Act act = reach.act(command.happenedAt());
    end(transfer, CaseTransfer.DECLINED, act, command.reason(), List.of());
    tellSender(transfer, act);
    audit.performed(
        CaseOperation.DECLINE_TRANSFER.name(), "transfer", transfer.id(), transfer.caseNumber());
    return transfer;
  }

  /**
   * The sender takes it back; from then on nobody can accept it.
   *
   * @throws ProblemException as {@link #decline}
   */
  @Transactional
  public CaseTransfer withdraw(Command command) {
    CaseTransfer transfer =
        reach.toEnd(CaseOperation.WITHDRAW_TRANSFER, ReachTransfer.Side.SENDER, command.end());
    end(
        transfer,
        CaseTransfer.WITHDRAWN,
        reach.act(command.happenedAt()),
        command.reason(),
        List.of());
    timeline.happened(transfer.caseId(), "transfer-withdrawn", command.happenedAt(), transfer.id());
    audit.performed(
        CaseOperation.WITHDRAW_TRANSFER.name(), "transfer", transfer.id(), transfer.caseNumber());
    return transfer;
  }

  /**
   * @param accepted the body outside took the case on; it is closed here
   * @param words by whom it was received there, or why not
   * @param handedOver codes of handover-item
   * @param overrideReason why what holds up a closing is passed over
   */
  public record OutsideAnswer(
      UUID transferId,
      long expectedVersion,
      Instant happenedAt,
      boolean accepted,
      String words,
      List<String> handedOver,
      @Nullable String overrideReason) {}

  /**
   * The answer of a body that does not work on the platform, recorded by the sender: the handover
   * record of a case that leaves. It leaves with consent to this body, or by a supervisor's
   * reasoned decision, and ends here through the gates of any closing.
   *
   * @throws ProblemException as {@link #decline}, and transfer-inside for a transfer to a unit,
   *     code-unknown, case-closed, hand-over-consent-missing, step-blocked, before-last-step
   */
  @Transactional
  public CaseTransfer answeredOutside(OutsideAnswer answer) {
    CaseTransfer transfer =
        reach.toEnd(
            CaseOperation.RECORD_OUTSIDE_ANSWER,
            ReachTransfer.Side.SENDER,
            new ReachTransfer.End(
                answer.transferId(), answer.expectedVersion(), answer.happenedAt()));
    if (!transfer.kind().leaves()) {
      throw new ProblemException(CaseProblem.TRANSFER_INSIDE);
    }
    List<CodeLists.Use> uses = List.of(new CodeLists.Use("handover-item", answer.handedOver()));
    if (!codes.listsWithInvalidCodes(KarachiTime.day(answer.happenedAt()), uses).isEmpty()) {
      throw new ProblemException(CaseProblem.CODE_UNKNOWN);
    }
    CaseFile file =
        files
            .withinReach(transfer.caseId())
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    files.hold(file);
    Gates.requireOpen(file);
    if (answer.accepted()) {
      requireConsent(transfer, file);
    }
    String outcome = answer.accepted() ? CaseTransfer.ACCEPTED : CaseTransfer.DECLINED;
    end(transfer, outcome, reach.act(answer.happenedAt()), answer.words(), answer.handedOver());
    timeline.happened(
        file.id(),
        "transfer-" + outcome,
        answer.happenedAt(),
        transfer.id(),
        transfer.kind().label());
    audit.performed(
        CaseOperation.RECORD_OUTSIDE_ANSWER.name(),
        "transfer",
        transfer.id(),
        transfer.caseNumber(),
        outcome);
    if (answer.accepted()) {
      endCase.throughGates(
          file, "transferred-out-accepted", answer.happenedAt(), answer.overrideReason());
    }
    return transfer;
  }

  private void requireConsent(CaseTransfer transfer, CaseFile file) {
    TransferContent content = entities.find(TransferContent.class, transfer.id());
    if (content.overrideCode().isEmpty()
        && !standings.of(file, ConsentMatter.handingOver(transfer.id())).stands()) {
      throw new ProblemException(CaseProblem.HAND_OVER_CONSENT_MISSING);
    }
  }

  private void end(
      CaseTransfer transfer,
      String outcome,
      CaseTransfer.Act act,
      @Nullable String words,
      List<String> items) {
    TransferContent content = entities.find(TransferContent.class, transfer.id());
    content.answered(
        words == null
            ? null
            : cipher.encrypt(content.childId(), TransferContent.ANSWER, transfer.id(), words),
        items);
    transfer.end(outcome, act);
    entities.flush();
  }

  /** The story of a case that whoever declines does not reach. */
  private void tellSender(CaseTransfer transfer, CaseTransfer.Act act) {
    entities
        .createNativeQuery(
            "select tell_sender_of_transfer(:entry, :transfer, :happened, :recorded)", UUID.class)
        .setParameter("entry", ids.next())
        .setParameter("transfer", transfer.id())
        .setParameter("happened", act.happenedAt())
        .setParameter("recorded", act.recordedAt())
        .getSingleResult();
  }
}
