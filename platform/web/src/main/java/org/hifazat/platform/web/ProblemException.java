package org.hifazat.platform.web;

import java.util.List;

/** Ends a request with a problem; rolls the transaction back. Its message holds only the code. */
public final class ProblemException extends RuntimeException {

  private final transient ProblemType type;
  private final transient List<Violation> errors;

  public ProblemException(ProblemType type, Violation... errors) {
    this(type, List.of(errors));
  }

  public ProblemException(ProblemType type, List<Violation> errors) {
    super(type.code(), null, false, true);
    this.type = type;
    this.errors = List.copyOf(errors);
  }

  public ProblemType type() {
    return type;
  }

  public List<Violation> errors() {
    return errors;
  }
}
