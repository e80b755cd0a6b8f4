package org.hifazat.platform.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads If-Match and compares it with the version that is stored. */
public final class Preconditions {

  // Weak tags, lists and * are refused: they would let a change through that its author never saw.
  private static final Pattern STRONG = Pattern.compile("\"v(0|[1-9][0-9]{0,17})\"");

  private Preconditions() {}

  /**
   * The version the client believes in.
   *
   * @param ifMatch the If-Match header as received
   * @throws ProblemException precondition-required (428) when absent, precondition-malformed (400)
   *     when it is anything but one strong tag of ours
   */
  public static long expected(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw new ProblemException(CommonProblem.PRECONDITION_REQUIRED);
    }
    Matcher matcher = STRONG.matcher(ifMatch.strip());
    if (!matcher.matches()) {
      throw new ProblemException(CommonProblem.PRECONDITION_MALFORMED);
    }
    return Long.parseLong(matcher.group(1));
  }

  /**
   * Only for callers who may read the resource: the refusal names both versions.
   *
   * @throws ProblemException stale (412) when the two versions differ
   */
  public static void check(long expected, long actual) {
    if (expected != actual) {
      throw ProblemException.stale(expected, actual);
    }
  }
}
