package org.hifazat.platform.web.file;

/** Looks for what harms whoever opens a document. */
public interface VirusScanner {

  /** What was found; what could not be looked at is not taken for clean. */
  enum Verdict {
    CLEAN,
    INFECTED,
    NOT_LOOKED_AT
  }

  Verdict scan(byte[] content);
}
