package org.hifazat.identity.agency;

import java.util.List;
import java.util.stream.Stream;

/**
 * How much of what its agency may do a system may. Each is without limit where its list is empty.
 *
 * @param scopes read, answer, attach
 * @param districtCodes districts of the referrals it sees
 * @param categories kinds of service of the referrals it sees
 */
public record SystemLimits(
    List<String> scopes, List<String> districtCodes, List<String> categories) {
  /** All that its agency may do. */
  public static final SystemLimits NONE = new SystemLimits(List.of(), List.of(), List.of());

  public SystemLimits {
    scopes = sorted(scopes);
    districtCodes = sorted(districtCodes);
    categories = sorted(categories);
  }

  private static List<String> sorted(List<String> some) {
    return some.stream().distinct().sorted().toList();
  }

  /** What is on record of them. */
  Stream<String> codes() {
    return Stream.of(scopes, districtCodes, categories).flatMap(List::stream);
  }
}
