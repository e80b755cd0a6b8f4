package org.hifazat.cases;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hifazat.platform.testing.Persona;
import org.jspecify.annotations.Nullable;

/**
 * What the lifecycle of a case is meant to be, written a second time and as plainly as possible: a
 * table of steps, and what each waits for. Gates of other features may hold a step up as well.
 */
final class LifecycleModel {
  private static final Map<String, Map<String, String>> STEPS =
      Map.of(
          "identified", Map.of("assess", "assessed"),
          "assessed", Map.of("plan", "planned"),
          "planned", Map.of("implement", "in-implementation"),
          "in-implementation", Map.of("review", "under-review"),
          "under-review", Map.of("implement", "in-implementation", "replan", "planned"),
          "closed", Map.of());

  private static final List<String> LEVELS = List.of("none", "low", "medium", "high");

  private String state;
  private int episode = 1;
  private @Nullable String level;
  private boolean consented;
  private boolean saidNo;
  private boolean newerSaysLess;
  private String unit = Persona.PESHAWAR;
  private Persona owner = Persona.SOCIAL_WORKER;
  private @Nullable Set<Persona> named;
  private @Nullable Persona proposer;
  private final Set<String> approved = new HashSet<>();
  private final Map<String, String> pending = new HashMap<>();

  LifecycleModel(String state) {
    this.state = state;
  }

  String unit() {
    return unit;
  }

  Persona owner() {
    return owner;
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
    return state.equals("closed");
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
    return blockers;
  }

  void take(String step) {
    String next = leadsTo(step);
    if (next == null) {
      throw new IllegalStateException("the model does not know this step");
    }
    state = next;
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
      level = said;
      newerSaysLess = false;
      approved.remove("assessment");
    } else {
      newerSaysLess = true;
    }
  }

  /** A supervisor followed the newest assessment. */
  void lowered(String to) {
    level = to;
    newerSaysLess = false;
    approved.remove("assessment");
  }

  boolean mayRequest(String kind) {
    return !isClosed()
        && !pending.containsKey(kind)
        && (!kind.equals("assessment") || level != null);
  }

  void request(String kind, String by) {
    pending.put(kind, by);
  }

  boolean isPending(String kind) {
    return pending.containsKey(kind);
  }

  boolean isRequestedBy(String kind, String by) {
    return by.equals(pending.get(kind));
  }

  void decide(String kind, boolean yes) {
    pending.remove(kind);
    if (yes && kind.equals("closure")) {
      state = "closed";
      pending.clear();
    } else if (yes) {
      approved.add(kind);
    }
  }

  boolean isHighRisk() {
    return "high".equals(level);
  }

  boolean mayBeLowered() {
    return !isClosed() && newerSaysLess;
  }

  void reopen() {
    state = "identified";
    episode++;
    level = null;
    newerSaysLess = false;
    approved.clear();
  }
}
