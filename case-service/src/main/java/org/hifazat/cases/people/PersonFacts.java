package org.hifazat.cases.people;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person around a child, in clear.
 *
 * @param relation code of the list person-relation
 * @param roles codes of {@link PersonRole}
 * @param identityNumber thirteen digits
 * @param validFrom since when relation and roles hold; null when nobody knows
 * @param validTo the last day they held; null while they hold
 */
public record PersonFacts(
    String relation,
    List<String> roles,
    String name,
    @Nullable String phone,
    @Nullable String identityNumber,
    @Nullable String address,
    @Nullable String note,
    @Nullable String sex,
    @Nullable Integer birthYear,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo) {

  public PersonFacts {
    roles = roles.stream().distinct().sorted().toList();
  }

  /** Somebody of whom no more is known yet. */
  public static PersonFacts named(String name, String relation, List<String> roles) {
    return new PersonFacts(relation, roles, name, null, null, null, null, null, null, null, null);
  }
}
