package org.hifazat.cases.people.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.particulars.IdentityNumber;
import org.hifazat.cases.people.KnownPerson;
import org.hifazat.cases.people.PersonFacts;
import org.hifazat.platform.web.ETags;
import org.jspecify.annotations.Nullable;

/**
 * A person around a child.
 *
 * @param current whether relation and roles hold today
 * @param etag what guards a change of this person
 */
public record PersonView(
    UUID id,
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
    @Nullable LocalDate validTo,
    boolean current,
    Instant recordedAt,
    String etag) {

  static PersonView of(KnownPerson person, LocalDate today) {
    PersonFacts facts = person.facts();
    String number = facts.identityNumber();
    LocalDate to = facts.validTo();
    return new PersonView(
        person.id(),
        facts.relation(),
        facts.roles(),
        facts.name(),
        facts.phone(),
        number == null ? null : IdentityNumber.shown(number),
        facts.address(),
        facts.note(),
        facts.sex(),
        facts.birthYear(),
        facts.validFrom(),
        to,
        to == null || !to.isBefore(today),
        person.recordedAt(),
        ETags.of(person.version()));
  }
}
