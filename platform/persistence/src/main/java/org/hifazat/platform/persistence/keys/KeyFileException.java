package org.hifazat.platform.persistence.keys;

/** A key file that is missing, broken or readable by others. The message names the remedy. */
public class KeyFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public KeyFileException(String message) {
    super(message);
  }

  public KeyFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
