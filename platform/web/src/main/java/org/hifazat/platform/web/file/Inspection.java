package org.hifazat.platform.web.file;

/** What looking at a whole file found. */
public sealed interface Inspection {
  /**
   * @param content to be kept: the same, or without what it should not carry
   */
  record Sound(byte[] content) implements Inspection {}

  record Refused(Fault why) implements Inspection {}

  /** Why nothing of a file is kept. */
  enum Fault {
    NOT_AS_SAID,
    NOT_SAFE,
    PICTURE_TOO_LARGE
  }

  static Inspection lies() {
    return new Refused(Fault.NOT_AS_SAID);
  }

  static Inspection unsafe() {
    return new Refused(Fault.NOT_SAFE);
  }
}
