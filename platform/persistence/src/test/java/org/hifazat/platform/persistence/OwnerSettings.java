package org.hifazat.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** Plays the part of the security module: the caller is whoever is bound to the thread. */
@ApplicationScoped
class OwnerSettings implements RowSettings {
  private static final ScopedValue<String> OWNER = ScopedValue.newInstance();

  @Override
  public Map<String, String> current() {
    return Map.of("app.owner", OWNER.orElse(""));
  }

  static <T> T as(UUID owner, ScopedValue.CallableOp<T, RuntimeException> work) {
    return ScopedValue.where(OWNER, owner.toString()).call(work);
  }

  static <T> T asText(String owner, ScopedValue.CallableOp<T, RuntimeException> work) {
    return ScopedValue.where(OWNER, owner).call(work);
  }
}
