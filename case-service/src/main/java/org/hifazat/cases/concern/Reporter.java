package org.hifazat.cases.concern;

import org.jspecify.annotations.Nullable;

/**
 * Who told us.
 *
 * @param kind anonymous, named, or protected (known to us, told to nobody)
 * @param relation code of the list reporter-relation
 */
public record Reporter(
    String kind, @Nullable String name, @Nullable String phone, @Nullable String relation) {
  public static final String ANONYMOUS = "anonymous";

  boolean contradictsItself() {
    return kind.equals(ANONYMOUS) && (name != null || phone != null);
  }
}
