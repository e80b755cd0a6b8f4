package org.hifazat.cases;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.hifazat.cases.LifecycleCommands.Act;

/** How far the walks came: a walk that never got anywhere proves nothing. */
final class LifecycleTally {
  private final Map<Act, LongAdder> done = new ConcurrentHashMap<>();
  private final Map<Act, LongAdder> refused = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> walksThatReached = new ConcurrentHashMap<>();

  void answered(Act act, boolean isDone) {
    (isDone ? done : refused).computeIfAbsent(act, key -> new LongAdder()).increment();
  }

  void walked(Set<String> reached) {
    reached.forEach(
        state -> walksThatReached.computeIfAbsent(state, key -> new LongAdder()).increment());
  }

  long allDone() {
    return done.values().stream().mapToLong(LongAdder::sum).sum();
  }

  long allRefused() {
    return refused.values().stream().mapToLong(LongAdder::sum).sum();
  }

  long timesDone(Act act) {
    LongAdder times = done.get(act);
    return times == null ? 0 : times.sum();
  }

  /** How many walks came to a state, or to a second episode. */
  long walksTo(String state) {
    LongAdder walks = walksThatReached.get(state);
    return walks == null ? 0 : walks.sum();
  }

  @Override
  public String toString() {
    return "walks that reached %s; done %s; refused %s"
        .formatted(new TreeMap<>(walksThatReached), new TreeMap<>(done), new TreeMap<>(refused));
  }
}
