package org.hifazat.platform.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * How long a test waits for what has to come before it fails. It bounds what a failing test takes
 * and says nothing about how fast anything is: on a busy machine everything takes its time.
 */
public class Patience implements QuarkusTestBeforeClassCallback {
  /** What every wait takes that names no time of its own. */
  public static final Duration LONG = Duration.ofSeconds(120);

  @Override
  public void beforeClass(Class<?> testClass) {
    Awaitility.setDefaultTimeout(LONG);
  }
}
