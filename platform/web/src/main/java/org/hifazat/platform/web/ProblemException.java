package org.hifazat.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem; rolls the transaction back. Its message holds only the code. */
public final class ProblemException extends RuntimeException {

  private final transient ProblemType type;
  private final transient List<Violation> errors;
  private final transient @Nullable Versions versions;

  public ProblemException(ProblemType type, Violation... errors) {
    this(type, List.of(errors));
  }

  public ProblemException(ProblemType type, List<Violation> errors) {
    this(type, errors, null);
  }

  private ProblemException(ProblemType type, List<Violation> errors, @Nullable Versions versions) {
    super(type.code(), null, false, true);
    this.type = type;
    this.errors = List.copyOf(errors);
    this.versions = versions;
  }

  /** Somebody was quicker: the version the caller began with, and the one that stands now. */
  public static ProblemException stale(long expected, long current) {
    return stale(new Versions(ETags.of(expected), ETags.of(current)));
  }

  static ProblemException stale(Versions versions) {
    return new ProblemException(CommonProblem.STALE, List.of(), versions);
  }

  public ProblemType type() {
    return type;
  }

  public List<Violation> errors() {
    return errors;
  }

  /** Both versions where somebody was quicker; else null. */
  public @Nullable Versions versions() {
    return versions;
  }

  /** The problem as it is answered. */
  public Problem problem() {
    return Problem.of(type, errors, versions);
  }
}
