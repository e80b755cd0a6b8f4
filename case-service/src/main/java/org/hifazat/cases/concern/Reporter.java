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
  public static final String PROTECTED = "protected";

  /** A relation may tell who it was as well as a name: the only teacher of a village. */
  boolean contradictsItself() {
    return kind.equals(ANONYMOUS) && (name != null || phone != null || relation != null);
  }

  /** Of whom nothing is shown but that they are protected (KP Act 2010, s.23). */
  static Reporter withheld() {
    return new Reporter(PROTECTED, null, null, null);
  }
}
