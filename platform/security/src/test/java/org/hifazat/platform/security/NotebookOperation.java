package org.hifazat.platform.security;

/** The operations of the application the tests run. */
public enum NotebookOperation implements Operation {
  LIST_NOTES,
  READ_NOTE,
  SEAL_NOTE,
  @Sensitive
  EXPORT_NOTE,
  @Sensitive
  @Internal
  OPEN_SEALED_NOTE,
  @Internal
  SWEEP_NOTES
}
