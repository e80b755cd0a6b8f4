package org.hifazat.cases.document;

import org.hifazat.cases.CaseProblem;

/** What looking at a whole file found. */
sealed interface Inspection {
  /**
   * @param content to be kept: the same, or without what it should not carry
   */
  record Sound(byte[] content) implements Inspection {}

  record Refused(CaseProblem why) implements Inspection {}

  static Inspection lies() {
    return new Refused(CaseProblem.CONTENT_NOT_AS_SAID);
  }

  static Inspection unsafe() {
    return new Refused(CaseProblem.CONTENT_NOT_SAFE);
  }
}
