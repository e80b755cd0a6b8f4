package org.hifazat.platform.persistence;

import java.util.UUID;

/** A ciphertext that is not this field of this row of this subject, or was changed. */
public class UnreadableFieldException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadableFieldException(String field, UUID row, Throwable cause) {
    super("Field " + field + " of row " + row + " cannot be decrypted", cause);
  }
}
