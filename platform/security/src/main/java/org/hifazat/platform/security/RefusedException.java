package org.hifazat.platform.security;

/** The caller may not perform the operation; answered with 403 and already audited. */
public class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String operation;

  public RefusedException(String operation) {
    super(operation + " refused", null, false, false);
    this.operation = operation;
  }

  /** The name of the operation. */
  public String operation() {
    return operation;
  }
}
