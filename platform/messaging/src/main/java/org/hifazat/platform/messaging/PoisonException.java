package org.hifazat.platform.messaging;

/**
 * This event can never be applied: it goes to the dead letters at once. The message must name no
 * person.
 */
public class PoisonException extends RuntimeException {
  public PoisonException(String message) {
    super(message);
  }

  public PoisonException(String message, Throwable cause) {
    super(message, cause);
  }
}
