package org.hifazat.platform.messaging;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;

/**
 * The moment between the broker's acknowledgement and the delete: where tests let the process die.
 */
interface AfterAcknowledgement {
  void acknowledged(int events);

  /** Nothing dies here. */
  @DefaultBean
  @Singleton
  class GoOn implements AfterAcknowledgement {
    @Override
    public void acknowledged(int events) {}
  }
}
