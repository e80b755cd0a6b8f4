package org.hifazat.platform.embedded;

/**
 * A server could not be unpacked, started or reached; the message says which one and what to look
 * at.
 */
public final class EmbeddedServerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public EmbeddedServerException(String message) {
    super(message);
  }

  public EmbeddedServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
