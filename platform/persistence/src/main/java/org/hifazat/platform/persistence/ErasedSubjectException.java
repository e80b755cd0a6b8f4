package org.hifazat.platform.persistence;

import java.util.UUID;

/** The subject's data key was destroyed: what was written under it can never be read again. */
public class ErasedSubjectException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final UUID subject;

  public ErasedSubjectException(UUID subject) {
    super("Subject " + subject + " was erased");
    this.subject = subject;
  }

  /** The id of the erased subject. */
  public UUID subject() {
    return subject;
  }
}
