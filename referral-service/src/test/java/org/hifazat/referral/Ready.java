package org.hifazat.referral;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.hifazat.referral.access.ReferralOperation;

/**
 * What the refusal matrix arranges for an attempt. A refused one left it as it was, so that the
 * next finds it ready; whoever was let through makes the matrix arrange anew.
 */
final class Ready {
  private static Map<ReferralOperation, Object> ready = Map.of();

  private Ready() {}

  @SuppressWarnings("unchecked") // put in below for the same operation, each of which has one kind
  static <T> T of(ReferralOperation operation, Supplier<T> arranged) {
    if (!ready.containsKey(operation)) {
      ready = Map.of(operation, arranged.get());
    }
    return (T) Objects.requireNonNull(ready.get(operation));
  }

  static void forget() {
    ready = Map.of();
  }
}
