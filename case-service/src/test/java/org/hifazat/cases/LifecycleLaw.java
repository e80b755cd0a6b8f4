package org.hifazat.cases;

import static org.hifazat.cases.LifecycleCommands.takenBack;

import io.restassured.response.Response;
import org.hifazat.cases.LifecycleCommands.Command;
import org.hifazat.platform.testing.Persona;

/** Who may do what, whether it can be done now, and what it makes of the case. */
final class LifecycleLaw {
  private LifecycleLaw() {}

  /**
   * Who works on the case now does its work, who supervises it decides; of a sealed one, who is
   * named.
   */
  static boolean may(Command command, LifecycleModel model) {
    Persona by = command.by();
    return switch (command.act()) {
      case WITHDRAW_TRANSFER -> model.mayWithdraw(by);
      case DECLINE_TRANSFER, ACCEPT_TRANSFER -> model.mayAnswer(by);
      // The other record of the pair is the social worker's.
      case PROPOSE_MERGE, TURN_DOWN_MERGE -> by == Persona.SOCIAL_WORKER || model.works(by);
      case CONFIRM_MERGE, UNDO_MERGE -> by == Persona.SUPERVISOR;
      case APPROVE_REGISTRATION,
          APPROVE_ASSESSMENT,
          APPROVE_CASE_PLAN,
          REJECT_REGISTRATION,
          REJECT_ASSESSMENT,
          REJECT_CASE_PLAN,
          APPROVE_CLOSURE,
          OVERRIDE_CLOSURE,
          REJECT_CLOSURE,
          LOWER,
          ASSIGN,
          SEAL,
          UNSEAL ->
          model.supervises(by);
      case ASSESS,
          PLAN,
          IMPLEMENT,
          REVIEW,
          REPLAN,
          CONSENT,
          WITHDRAW_CONSENT,
          SCORE_LOW,
          SCORE_HIGH,
          MAKE_SAFETY_PLAN,
          DRAFT_PLAN,
          RECORD_REVIEW,
          REQUEST_REGISTRATION,
          REQUEST_ASSESSMENT,
          REQUEST_CASE_PLAN,
          TAKE_BACK,
          PROPOSE_CLOSURE,
          PROPOSE_TRANSFER,
          REOPEN ->
          model.works(by);
    };
  }

  /** Whether somebody who may do it can do it now. Steps have gates, which are asked for. */
  static boolean possible(Command command, LifecycleModel model) {
    boolean fresh = !command.stale();
    Persona by = command.by();
    return switch (command.act()) {
      case CONSENT, MAKE_SAFETY_PLAN, RECORD_REVIEW -> !model.isClosed();
      case WITHDRAW_CONSENT -> true;
      case DRAFT_PLAN -> !model.isClosed() && !model.hasOpenPlan();
      case LOWER -> fresh && model.mayBeLowered();
      case REQUEST_REGISTRATION, REQUEST_ASSESSMENT, REQUEST_CASE_PLAN, PROPOSE_CLOSURE ->
          model.mayRequest(command.act().kind());
      case APPROVE_ASSESSMENT ->
          fresh
              && mayBeAnswered(command.act().kind(), by, model)
              && !model.isAskedOfAnOlderAssessment();
      case APPROVE_REGISTRATION,
          APPROVE_CASE_PLAN,
          REJECT_REGISTRATION,
          REJECT_ASSESSMENT,
          REJECT_CASE_PLAN,
          REJECT_CLOSURE ->
          fresh && mayBeAnswered(command.act().kind(), by, model);
      case APPROVE_CLOSURE ->
          fresh
              && mayBeAnswered("closure", by, model)
              && !model.isOnItsWay()
              && !model.closesOnlyWithAReason();
      case OVERRIDE_CLOSURE -> fresh && mayBeAnswered("closure", by, model) && !model.isOnItsWay();
      case TAKE_BACK -> fresh && model.requestedBy(by).isPresent();
      case REOPEN -> fresh && model.isClosed() && !model.merge().hasTakenTheCase();
      case ASSIGN -> fresh && model.mayBeGivenTo(model.taker());
      case PROPOSE_TRANSFER -> model.mayPropose(by);
      case WITHDRAW_TRANSFER, DECLINE_TRANSFER -> fresh;
      case ACCEPT_TRANSFER -> fresh && !model.isClosed();
      case SEAL -> fresh && !model.isOnItsWay();
      case UNSEAL -> fresh && model.isSealed();
      case PROPOSE_MERGE -> fresh && model.merge().isOpen() && !model.isClosed();
      case CONFIRM_MERGE ->
          fresh
              && model.merge().isProposed()
              && !model.merge().isProposedBy(by)
              && !model.isClosed();
      case TURN_DOWN_MERGE -> fresh && model.merge().isProposed();
      case UNDO_MERGE -> fresh && model.merge().isConfirmed();
      case ASSESS, PLAN, IMPLEMENT, REVIEW, REPLAN, SCORE_LOW, SCORE_HIGH ->
          throw new IllegalArgumentException("judged otherwise");
    };
  }

  private static boolean mayBeAnswered(String kind, Persona by, LifecycleModel model) {
    return model.isPending(kind) && !model.isRequestedBy(kind, by);
  }

  static void done(Command command, LifecycleModel model, Response answer) {
    Persona by = command.by();
    String kind = command.act().kind();
    switch (command.act()) {
      case CONSENT -> model.consent(true);
      case WITHDRAW_CONSENT -> model.consent(false);
      case LOWER -> model.lowered(answer.path("riskLevel"));
      case MAKE_SAFETY_PLAN -> model.madeSafe();
      case DRAFT_PLAN -> model.draft();
      case RECORD_REVIEW -> model.review();
      case REQUEST_REGISTRATION, REQUEST_ASSESSMENT, REQUEST_CASE_PLAN, PROPOSE_CLOSURE ->
          model.request(kind, by);
      case APPROVE_REGISTRATION,
          APPROVE_ASSESSMENT,
          APPROVE_CASE_PLAN,
          APPROVE_CLOSURE,
          OVERRIDE_CLOSURE ->
          model.decide(kind, true);
      case REJECT_REGISTRATION, REJECT_ASSESSMENT, REJECT_CASE_PLAN, REJECT_CLOSURE ->
          model.decide(kind, false);
      case TAKE_BACK -> model.takeBack(takenBack(command, model));
      case REOPEN -> model.reopen();
      case ASSIGN -> model.giveTo(model.taker());
      case PROPOSE_TRANSFER -> model.propose(by);
      case WITHDRAW_TRANSFER, DECLINE_TRANSFER -> model.transferEnded();
      case ACCEPT_TRANSFER -> model.accepted(by);
      case SEAL -> model.seal(by);
      case UNSEAL -> model.unseal();
      case PROPOSE_MERGE -> model.merge().propose(by, answer.path("id"));
      case CONFIRM_MERGE -> {
        if (!model.merge().keepsThis()) {
          model.mergedAway();
        }
        model.merge().confirm();
      }
      case TURN_DOWN_MERGE -> model.merge().ended();
      case UNDO_MERGE -> {
        if (model.merge().hasTakenTheCase()) {
          model.restored();
        }
        model.merge().ended();
      }
      case ASSESS, PLAN, IMPLEMENT, REVIEW, REPLAN, SCORE_LOW, SCORE_HIGH ->
          throw new IllegalArgumentException("judged otherwise");
    }
  }
}
