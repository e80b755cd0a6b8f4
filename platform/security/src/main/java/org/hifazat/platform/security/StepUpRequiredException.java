package org.hifazat.platform.security;

import java.time.Duration;

/** The sign-in is too old or too weak for a sensitive operation; answered with 401, audited. */
public class StepUpRequiredException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration maxAge;
  private final int acr;

  StepUpRequiredException(String operation, Duration maxAge, int acr) {
    super(operation + " needs a fresher or stronger sign-in", null, false, false);
    this.maxAge = maxAge;
    this.acr = acr;
  }

  Duration maxAge() {
    return maxAge;
  }

  int acr() {
    return acr;
  }
}
