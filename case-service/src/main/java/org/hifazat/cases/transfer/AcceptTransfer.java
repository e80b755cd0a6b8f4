package org.hifazat.cases.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.approval.PendingApprovals;
import org.hifazat.cases.assignment.FutureOwner;
import org.hifazat.cases.assignment.OwnerHistory;
import org.hifazat.cases.casefile.CaseEvents;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.casefile.WhoMayKnow;
import org.hifazat.cases.consent.ConsentMatter;
import org.hifazat.cases.consent.ConsentStandings;
import org.hifazat.cases.task.OpenTasks;
import org.hifazat.cases.task.ScheduleTask;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The receiving unit takes a case over: from then on the whole file is there, and only there.
 * Moving it runs in the database as the owner of the tables, since whoever accepts does not reach
 * the case before.
 */
@ApplicationScoped
public class AcceptTransfer {
  private final Session entities;
  private final ReachTransfer reach;
  private final CaseFiles files;
  private final FutureOwner owners;
  private final OwnerHistory history;
  private final ConsentStandings standings;
  private final PendingApprovals approvals;
  private final OpenTasks tasks;
  private final ScheduleTask schedule;
  private final Timeline timeline;
  private final Outbox outbox;
  private final WhoMayKnow whoMayKnow;
  private final AuditLog audit;

  AcceptTransfer(
      Session entities,
      ReachTransfer reach,
      CaseFiles files,
      FutureOwner owners,
      OwnerHistory history,
      ConsentStandings standings,
      PendingApprovals approvals,
      OpenTasks tasks,
      ScheduleTask schedule,
      Timeline timeline,
      Outbox outbox,
      WhoMayKnow whoMayKnow,
      AuditLog audit) {
    this.entities = entities;
    this.reach = reach;
    this.files = files;
    this.owners = owners;
    this.history = history;
    this.standings = standings;
    this.approvals = approvals;
    this.tasks = tasks;
    this.schedule = schedule;
    this.timeline = timeline;
    this.outbox = outbox;
    this.whoMayKnow = whoMayKnow;
    this.audit = audit;
  }

  /**
   * @param expectedVersion of the transfer, from If-Match
   * @param ownerId who has the case from now on; null: whoever accepts stands in until there is one
   * @param reason why this worker in spite of the load
   */
  public record Command(
      UUID transferId,
      long expectedVersion,
      Instant happenedAt,
      @Nullable UUID ownerId,
      @Nullable String reason) {}

  /**
   * @throws ProblemException not-found, forbidden, transfer-not-pending, stale, in-the-future,
   *     decided-before-requested, case-closed, transfer-consent-missing, or what stands against the
   *     owner
   */
  @Transactional
  public CaseTransfer handle(Command command) {
    CaseTransfer transfer =
        reach.toEnd(
            CaseOperation.ACCEPT_TRANSFER,
            ReachTransfer.Side.RECEIVER,
            new ReachTransfer.End(
                command.transferId(), command.expectedVersion(), command.happenedAt()));
    UUID unit = transfer.toUnit().orElseThrow();
    CaseTransfer.Act act = reach.act(command.happenedAt());
    UUID owner = Optional.ofNullable(command.ownerId()).orElse(act.by());
    if (command.ownerId() != null) {
      owners.require(unit, owner, command.reason(), null);
    }
    Moved moved = move(transfer, owner, act);
    transfer.end(CaseTransfer.ACCEPTED, act);
    entities.flush();
    follow(transfer, moved, command, owner, act);
    return transfer;
  }

  /** Asked again, since time has passed; only now does whoever accepts reach what was said. */
  private void requireConsent(CaseTransfer transfer, CaseFile file) {
    TransferContent content = entities.find(TransferContent.class, transfer.id());
    if (content.overrideCode().isEmpty()
        && !standings.of(file, ConsentMatter.casework()).stands()) {
      throw new ProblemException(CaseProblem.TRANSFER_CONSENT_MISSING);
    }
  }

  /** What the case was before. */
  private record Moved(@Nullable UUID previousOwner) {}

  private Moved move(CaseTransfer transfer, UUID owner, CaseTransfer.Act act) {
    Object[] row =
        entities
            .createNativeQuery(
                """
                select taken, previous_owner
                  from take_transferred_case(:transfer, :owner, :at, :recorded)""",
                Object[].class)
            .addScalar("taken", Boolean.class)
            .addScalar("previous_owner", UUID.class)
            .setParameter("transfer", transfer.id())
            .setParameter("owner", owner)
            .setParameter("at", act.happenedAt())
            .setParameter("recorded", act.recordedAt())
            .getSingleResult();
    if (!Boolean.TRUE.equals(row[0])) {
      throw new ProblemException(CaseProblem.CASE_CLOSED);
    }
    return new Moved((UUID) row[1]);
  }

  private void follow(
      CaseTransfer transfer, Moved moved, Command command, UUID owner, CaseTransfer.Act act) {
    CaseFile file =
        files
            .withinReach(transfer.caseId())
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    requireConsent(transfer, file);
    approvals.withdrawAll(file);
    history.transferred(file, moved.previousOwner(), act.happenedAt());
    tasks.tellWhereTheyAre(file.id());
    if (command.ownerId() == null) {
      schedule.handle(
          new ScheduleTask.Command(
              file.id(),
              file.unitId(),
              file.districtCode(),
              owner,
              TaskKind.OWNERSHIP_NEEDED,
              null,
              command.happenedAt()));
    }
    outbox.append(
        CaseEvents.transferred(
            file,
            new CaseEvents.From(transfer.id(), transfer.fromUnit(), transfer.fromDistrict()),
            act.recordedAt()));
    whoMayKnow.transferred(file.id(), act.happenedAt());
    timeline.happened(
        file.id(),
        "case-transferred",
        command.happenedAt(),
        transfer.id(),
        transfer.fromUnit().toString(),
        file.unitId().toString());
    audit.performed(
        CaseOperation.ACCEPT_TRANSFER.name(), "transfer", transfer.id(), transfer.caseNumber());
  }
}
