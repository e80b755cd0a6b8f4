package org.hifazat.cases;

import java.util.Map;
import java.util.Objects;
import org.hifazat.platform.testing.Persona;
import org.jspecify.annotations.Nullable;

/**
 * The same child registered a second time, and what becomes of the pair: proposed by one, confirmed
 * by another, undone. Most cases of a walk have no second.
 */
final class LifecycleMerge {
  private enum Stage {
    OPEN,
    PROPOSED,
    CONFIRMED
  }

  /** What a merge takes away and its undoing gives back. */
  record Before(String state, Persona owner, Map<String, Persona> pending) {
    Before {
      pending = Map.copyOf(pending);
    }
  }

  private final @Nullable String pair;
  private final boolean keepsThis;
  private Stage stage = Stage.OPEN;
  private @Nullable Persona proposer;
  private @Nullable String merge;
  private @Nullable Before before;

  /**
   * @param pair null when the child was registered once
   * @param keepsThis whether the case of the walk goes on, or goes into the other
   */
  LifecycleMerge(@Nullable String pair, boolean keepsThis) {
    this.pair = pair;
    this.keepsThis = keepsThis;
  }

  boolean isPossible() {
    return pair != null;
  }

  String pair() {
    return Objects.requireNonNull(pair);
  }

  boolean keepsThis() {
    return keepsThis;
  }

  boolean isOpen() {
    return stage == Stage.OPEN;
  }

  boolean isProposed() {
    return stage == Stage.PROPOSED;
  }

  boolean isConfirmed() {
    return stage == Stage.CONFIRMED;
  }

  boolean hasTakenTheCase() {
    return isConfirmed() && !keepsThis;
  }

  boolean isProposedBy(Persona by) {
    return isProposed() && proposer == by;
  }

  /** The newest proposal's id; null when there was none. */
  @Nullable String id() {
    return merge;
  }

  void propose(Persona by, String id) {
    stage = Stage.PROPOSED;
    proposer = by;
    merge = id;
  }

  void confirm() {
    stage = Stage.CONFIRMED;
  }

  /** Turned down or undone: the pair is open again. */
  void ended() {
    stage = Stage.OPEN;
  }

  void remember(String state, Persona owner, Map<String, Persona> pending) {
    before = new Before(state, owner, pending);
  }

  Before before() {
    return Objects.requireNonNull(before);
  }
}
