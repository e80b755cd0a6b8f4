package org.hifazat.platform.persistence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The second half of a rotation of field.json: after {@code KeyFiles <dir> rotate} and a restart of
 * every instance, wraps the data keys again. Only then may the old key leave the file.
 */
@ApplicationScoped
public class KeyRotation {
  private static final int BATCH = 500;

  private final SubjectKeys keys;

  KeyRotation(SubjectKeys keys) {
    this.keys = keys;
  }

  /**
   * Wraps every key that an older one still wraps, some at a time so that nobody waits long.
   *
   * @return how many
   */
  public long rewrap() {
    long all = 0;
    int some;
    do {
      some = QuarkusTransaction.requiringNew().call(() -> keys.rewrap(BATCH));
      all += some;
    } while (some == BATCH);
    return all;
  }
}
