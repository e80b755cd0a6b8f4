package org.hifazat.platform.messaging;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What goes wrong in a test, by subject. */
@Singleton
class Troubles {
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();
  private final Set<String> poisonous = ConcurrentHashMap.newKeySet();

  void fail(String subject, int times) {
    failures.put(subject, times);
  }

  void poison(String subject) {
    poisonous.add(subject);
  }

  void repair(String subject) {
    failures.remove(subject);
    poisonous.remove(subject);
  }

  void befall(String subject) {
    if (poisonous.contains(subject)) {
      throw new PoisonException("cannot be applied");
    }
    Integer left = failures.computeIfPresent(subject, (key, times) -> times - 1);
    if (left != null && left >= 0) {
      throw new IllegalStateException("not this time");
    }
  }
}
