package org.hifazat.cases.document;

/** Looks for what harms whoever opens a document. */
interface VirusScanner {

  /** What was found; what could not be looked at is not taken for clean. */
  enum Verdict {
    CLEAN,
    INFECTED,
    NOT_LOOKED_AT
  }

  Verdict scan(byte[] content);
}
