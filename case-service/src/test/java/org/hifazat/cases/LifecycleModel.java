package org.hifazat.cases;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hifazat.platform.testing.Persona;
import org.jspecify.annotations.Nullable;

/**
 * What the lifecycle of a case is meant to be, written a second time and as plainly as possible: a
 * table of steps, and what each waits for. It begins where every case begins.
 */
final class LifecycleModel {
  static final String IDENTIFIED = "identified";
  static final String ASSESSED = "assessed";
  static final String PLANNED = "planned";
  static final String IN_IMPLEMENTATION = "in-implementation";
  static final String UNDER_REVIEW = "under-review";
  static final String CLOSED = "closed";
  static final String HIGH = "high";

  private static final Map<String, Map<String, String>> STEPS =
      Map.of(
          IDENTIFIED, Map.of("assess", ASSESSED),
          ASSESSED, Map.of("plan", PLANNED),
          PLANNED, Map.of("implement", IN_IMPLEMENTATION),
          IN_IMPLEMENTATION, Map.of("review", UNDER_REVIEW),
          UNDER_REVIEW, Map.of("implement", IN_IMPLEMENTATION, "replan", PLANNED),
          CLOSED, Map.of());

  private static final List<String> LEVELS = List.of("none", "low", "medium", HIGH);

  private final LifecycleMerge merge;
  private String state = IDENTIFIED;
  private int episode = 1;
  private @Nullable String level;
  private boolean consented;
  private boolean saidNo;
  private boolean newerSaysLess;
  private boolean askedOfAnOlderOne;
  private boolean safetyPlan;
  private boolean plan;
  private boolean reviewed;
  private String unit = Persona.PESHAWAR;
  private Persona owner = Persona.SOCIAL_WORKER;
  private @Nullable Set<Persona> named;
  private @Nullable Persona proposer;
  private final Set<String> approved = new HashSet<>();
  private final Map<String, Persona> pending = new HashMap<>();

  LifecycleModel(LifecycleMerge merge) {
    this.merge = merge;
  }

  LifecycleMerge merge() {
    return merge;
  }

  String unit() {
    return unit;
  }

  Persona owner() {
    return owner;
  }

  private boolean isHere() {
    return unit.equals(Persona.PESHAWAR);
  }

  /** The supervisor of the unit that has the case, and of the one that may get it. */
  Persona lead() {
    return isHere() ? Persona.SUPERVISOR : Persona.OTHER_UNIT_SUPERVISOR;
  }

  Persona otherLead() {
    return isHere() ? Persona.OTHER_UNIT_SUPERVISOR : Persona.SUPERVISOR;
  }

  /** Whom an assignment gives it to. */
  Persona taker() {
    return isHere() ? Persona.PROTECTION_OFFICER : Persona.OTHER_UNIT_SOCIAL_WORKER;
  }

  boolean isSealed() {
    return named != null;
  }

  private static boolean isSupervisor(Persona persona) {
    return persona.roles().contains("supervisor");
  }

  /** Has the case as their own, or supervises the unit that has it. */
  boolean works(Persona persona) {
    return named == null ? owner == persona || supervises(persona) : named.contains(persona);
  }

  boolean supervises(Persona persona) {
    return isSupervisor(persona)
        && persona.unitId().filter(id -> id.toString().equals(unit)).isPresent()
        && (named == null || named.contains(persona));
  }

  /** Without consent a supervisor proposes, with a reason. */
  boolean mayPropose(Persona persona) {
    return works(persona) && isSupervisor(persona) && !isClosed() && proposer == null;
  }

  void propose(Persona by) {
    proposer = by;
  }

  boolean isOnItsWay() {
    return proposer != null;
  }

  boolean mayWithdraw(Persona persona) {
    return proposer == persona;
  }

  /** The other unit's supervisor, and nobody else. */
  boolean mayAnswer(Persona persona) {
    return proposer != null
        && isSupervisor(persona)
        && persona.unitId().filter(id -> id.toString().equals(unit)).isEmpty();
  }

  void transferEnded() {
    proposer = null;
  }

  void accepted(Persona by) {
    proposer = null;
    unit = by.unitId().orElseThrow().toString();
    owner = by;
    named = named == null ? null : Set.of(by);
    pending.clear();
  }

  void seal(Persona by) {
    named = new HashSet<>(Set.of(by));
    named.add(owner);
  }

  void unseal() {
    named = null;
  }

  boolean mayBeGivenTo(Persona persona) {
    return !isClosed()
        && owner != persona
        && persona.unitId().filter(id -> id.toString().equals(unit)).isPresent()
        && (named == null || named.contains(persona));
  }

  void giveTo(Persona persona) {
    owner = persona;
  }

  String state() {
    return state;
  }

  int episode() {
    return episode;
  }

  @Nullable String level() {
    return level;
  }

  boolean isClosed() {
    return state.equals(CLOSED);
  }

  /** Null when there is no such step from here. */
  @Nullable String leadsTo(String step) {
    return STEPS.getOrDefault(state, Map.of()).get(step);
  }

  /** What this model knows to stand in the way; other features may add theirs. */
  Set<String> blockers(String step) {
    Set<String> blockers = new HashSet<>();
    if (Set.of("assess", "plan", "implement").contains(step) && !consented) {
      blockers.add(saidNo ? "consent-refused" : "consent-needed");
    }
    if (step.equals("assess") && level == null) {
      blockers.add("risk-not-set");
    }
    if (step.equals("assess") && !approved.contains("registration")) {
      blockers.add("registration-not-approved");
    }
    if (step.equals("plan") && !approved.contains("assessment")) {
      blockers.add("assessment-not-approved");
    }
    if (step.equals("plan") && isHighRisk() && !safetyPlan) {
      blockers.add("safety-plan-needed");
    }
    if (step.equals("implement") && !isPlanApproved()) {
      blockers.add("case-plan-not-approved");
    }
    if (state.equals(UNDER_REVIEW) && !reviewed) {
      blockers.add("review-needed");
    }
    return blockers;
  }

  /** Whoever plans anew waits for the new plan; after a review the one in force counts. */
  boolean isPlanApproved() {
    return approved.contains("case-plan") && !(state.equals(PLANNED) && plan);
  }

  void take(String step) {
    String next = leadsTo(step);
    if (next == null) {
      throw new IllegalStateException("the model does not know this step");
    }
    state = next;
  }

  boolean isConsented() {
    return consented;
  }

  void consent(boolean given) {
    consented = given;
    saidNo = !given;
  }

  void assessed(String said) {
    if (isClosed()) {
      return;
    }
    if (level == null || LEVELS.indexOf(said) >= LEVELS.indexOf(level)) {
      another(said);
    } else {
      newerSaysLess = true;
    }
  }

  /** A supervisor followed the newest assessment. */
  void lowered(String to) {
    another(to);
  }

  /** The level rests on another assessment now, which nobody has approved yet. */
  private void another(String basis) {
    level = basis;
    newerSaysLess = false;
    approved.remove("assessment");
    askedOfAnOlderOne = pending.containsKey("assessment");
  }

  boolean hasSafetyPlan() {
    return safetyPlan;
  }

  void madeSafe() {
    safetyPlan = true;
  }

  boolean isReviewed() {
    return reviewed;
  }

  /** It counts for every review of the day, and this walk is within one. */
  void review() {
    reviewed = true;
  }

  /** A plan is being written or waits for approval. */
  boolean hasOpenPlan() {
    return plan;
  }

  void draft() {
    plan = true;
  }

  boolean isApproved(String kind) {
    return approved.contains(kind);
  }

  boolean mayRequest(String kind) {
    return !isClosed()
        && !pending.containsKey(kind)
        && (!kind.equals("assessment") || level != null)
        && (!kind.equals("case-plan") || plan);
  }

  void request(String kind, Persona by) {
    pending.put(kind, by);
    askedOfAnOlderOne = askedOfAnOlderOne && !kind.equals("assessment");
  }

  boolean isPending(String kind) {
    return pending.containsKey(kind);
  }

  /** Assessed again since it was asked for: nobody approves what is no longer so. */
  boolean isAskedOfAnOlderAssessment() {
    return askedOfAnOlderOne && pending.containsKey("assessment");
  }

  boolean isRequestedBy(String kind, Persona by) {
    return pending.get(kind) == by;
  }

  /** What somebody has asked and can take back, if anything. */
  Optional<String> requestedBy(Persona by) {
    return pending.keySet().stream().sorted().filter(kind -> isRequestedBy(kind, by)).findFirst();
  }

  void takeBack(String kind) {
    pending.remove(kind);
  }

  void decide(String kind, boolean yes) {
    pending.remove(kind);
    if (yes && kind.equals("closure")) {
      state = CLOSED;
      pending.clear();
    } else if (yes) {
      approved.add(kind);
      plan = plan && !kind.equals("case-plan");
    }
  }

  boolean isHighRisk() {
    return HIGH.equals(level);
  }

  /** A supervisor passes over these when closing, and says why. */
  boolean closesOnlyWithAReason() {
    return isHighRisk() || (state.equals(UNDER_REVIEW) && !reviewed);
  }

  boolean mayBeLowered() {
    return !isClosed() && newerSaysLess;
  }

  void reopen() {
    state = IDENTIFIED;
    episode++;
    level = null;
    newerSaysLess = false;
    safetyPlan = false;
    approved.clear();
  }

  /** Pairs are looked at where the other record is, and no sealed case is in one. */
  boolean isMergeWithinReach() {
    return merge.isPossible() && isHere() && !isSealed();
  }

  /** The case goes on in the other one: closed there, with whoever has that. */
  void mergedAway() {
    merge.remember(state, owner, pending);
    state = CLOSED;
    owner = Persona.SOCIAL_WORKER;
    pending.clear();
  }

  void restored() {
    LifecycleMerge.Before before = merge.before();
    state = before.state();
    owner = before.owner();
    pending.putAll(before.pending());
  }
}
