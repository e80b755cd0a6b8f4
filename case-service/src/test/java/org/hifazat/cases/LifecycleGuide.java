package org.hifazat.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hifazat.cases.LifecycleCommands.Act;
import org.hifazat.cases.LifecycleCommands.Command;
import org.hifazat.platform.testing.Persona;

/**
 * Knows the way: what brings a case on, and what is allowed beside the way. Commands drawn blindly
 * hardly ever leave the first state.
 */
final class LifecycleGuide {
  private LifecycleGuide() {}

  private static Command by(Persona persona, Act act) {
    return new Command(act, persona, false);
  }

  /** One of those commands that bring the case nearer to its end, or to its next beginning. */
  static Command onward(LifecycleModel model, int pick) {
    Persona lead = model.lead();
    Persona worker = model.owner();
    if (model.isSealed() && (pick % 3 == 0 || model.merge().hasTakenTheCase())) {
      return by(lead, Act.UNSEAL);
    }
    if (model.isClosed()) {
      return model.merge().hasTakenTheCase()
          ? by(Persona.SUPERVISOR, Act.UNDO_MERGE)
          : by(worker, Act.REOPEN);
    }
    if (worker == lead && model.mayBeGivenTo(model.taker())) {
      return by(lead, Act.ASSIGN);
    }
    // What a supervisor has asked for nobody else in the unit can approve.
    if (model.requestedBy(lead).isPresent()) {
      return by(lead, Act.TAKE_BACK);
    }
    return switch (model.state()) {
      case LifecycleModel.IDENTIFIED -> identified(model, pick);
      case LifecycleModel.ASSESSED -> assessed(model, pick);
      case LifecycleModel.PLANNED -> planned(model);
      case LifecycleModel.IN_IMPLEMENTATION -> pick % 4 == 0 ? end(model) : by(worker, Act.REVIEW);
      default -> underReview(model, pick);
    };
  }

  private static Command identified(LifecycleModel model, int pick) {
    Persona worker = model.owner();
    List<Command> missing = new ArrayList<>();
    if (!model.isConsented()) {
      missing.add(by(worker, Act.CONSENT));
    }
    if (model.level() == null) {
      missing.add(by(worker, pick % 3 == 0 ? Act.SCORE_HIGH : Act.SCORE_LOW));
    }
    if (!model.isApproved("registration")) {
      missing.add(approval(model, Act.REQUEST_REGISTRATION, Act.APPROVE_REGISTRATION));
    }
    return missing.isEmpty() ? by(worker, Act.ASSESS) : missing.get(pick % missing.size());
  }

  private static Command assessed(LifecycleModel model, int pick) {
    Persona worker = model.owner();
    List<Command> missing = new ArrayList<>();
    if (!model.isConsented()) {
      missing.add(by(worker, Act.CONSENT));
    }
    if (!model.isApproved("assessment")) {
      missing.add(approval(model, Act.REQUEST_ASSESSMENT, Act.APPROVE_ASSESSMENT));
    }
    if (model.isHighRisk() && !model.hasSafetyPlan()) {
      missing.add(by(worker, Act.MAKE_SAFETY_PLAN));
    }
    return missing.isEmpty() ? by(worker, Act.PLAN) : missing.get(pick % missing.size());
  }

  private static Command planned(LifecycleModel model) {
    Persona worker = model.owner();
    if (!model.isConsented()) {
      return by(worker, Act.CONSENT);
    }
    if (model.isPlanApproved()) {
      return by(worker, Act.IMPLEMENT);
    }
    return model.hasOpenPlan()
        ? approval(model, Act.REQUEST_CASE_PLAN, Act.APPROVE_CASE_PLAN)
        : by(worker, Act.DRAFT_PLAN);
  }

  private static Command underReview(LifecycleModel model, int pick) {
    if (!model.isReviewed()) {
      return by(model.owner(), Act.RECORD_REVIEW);
    }
    return switch (pick % 4) {
      case 0 -> by(model.owner(), Act.REPLAN);
      case 1 -> by(model.owner(), model.isConsented() ? Act.IMPLEMENT : Act.CONSENT);
      default -> end(model);
    };
  }

  private static Command end(LifecycleModel model) {
    if (model.isOnItsWay()) {
      return by(model.otherLead(), Act.DECLINE_TRANSFER);
    }
    Act approving = model.closesOnlyWithAReason() ? Act.OVERRIDE_CLOSURE : Act.APPROVE_CLOSURE;
    return approval(model, Act.PROPOSE_CLOSURE, approving);
  }

  private static Command approval(LifecycleModel model, Act asking, Act approving) {
    return model.isPending(asking.kind()) ? by(model.lead(), approving) : by(model.owner(), asking);
  }

  /** Something else that is allowed now. */
  static Command aside(LifecycleModel model, int pick) {
    List<Command> allowed = new ArrayList<>();
    for (Act act :
        List.of(Act.WITHDRAW_CONSENT, Act.SCORE_LOW, Act.SCORE_HIGH, Act.CONSENT, Act.TAKE_BACK)) {
      allowed.add(by(model.owner(), act));
    }
    for (Act act :
        List.of(
            Act.LOWER,
            Act.LOWER,
            Act.REJECT_REGISTRATION,
            Act.REJECT_ASSESSMENT,
            Act.REJECT_CASE_PLAN,
            Act.REJECT_CLOSURE,
            Act.ASSIGN,
            Act.SEAL,
            Act.UNSEAL,
            Act.PROPOSE_TRANSFER)) {
      allowed.add(by(model.lead(), act));
    }
    if (model.isOnItsWay()) {
      allowed.add(by(model.otherLead(), Act.ACCEPT_TRANSFER));
      allowed.add(by(model.otherLead(), Act.ACCEPT_TRANSFER));
      allowed.add(by(model.otherLead(), Act.DECLINE_TRANSFER));
    }
    allowed.removeIf(command -> !isPossible(command, model));
    if (model.isMergeWithinReach()) {
      Optional<Command> merging = merging(model, pick);
      // Half of what a case that has a second meets is about that.
      if (merging.isPresent() && pick % 2 == 0) {
        return merging.get();
      }
    }
    return allowed.isEmpty() ? onward(model, pick) : allowed.get(pick % allowed.size());
  }

  private static boolean isPossible(Command command, LifecycleModel model) {
    return command.act() == Act.SCORE_LOW || command.act() == Act.SCORE_HIGH
        ? !model.isClosed()
        : LifecycleLaw.may(command, model) && LifecycleLaw.possible(command, model);
  }

  private static Optional<Command> merging(LifecycleModel model, int pick) {
    LifecycleMerge merge = model.merge();
    if (merge.isConfirmed()) {
      return Optional.of(by(Persona.SUPERVISOR, Act.UNDO_MERGE));
    }
    if (model.isClosed()) {
      return Optional.empty();
    }
    if (merge.isOpen()) {
      return Optional.of(by(Persona.SOCIAL_WORKER, Act.PROPOSE_MERGE));
    }
    return Optional.of(
        merge.isProposedBy(Persona.SUPERVISOR) || pick % 5 == 0
            ? by(Persona.SOCIAL_WORKER, Act.TURN_DOWN_MERGE)
            : by(Persona.SUPERVISOR, Act.CONFIRM_MERGE));
  }
}
