package org.hifazat.cases.task;

/** Kinds of deadline this service sets itself; how long each may take is in deadline_policy. */
public final class TaskKind {
  public static final String INITIAL_ASSESSMENT = "initial-assessment";
  public static final String FIRST_RESPONSE = "first-response";
  public static final String OWNERSHIP_NEEDED = "ownership-needed";

  private TaskKind() {}
}
