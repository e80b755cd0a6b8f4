package org.hifazat.cases.people.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.particulars.IdentityNumber;
import org.hifazat.cases.people.PersonFacts;
import org.hifazat.cases.people.RecordPerson;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a person from now on.
 *
 * @param happenedAt when it was learnt
 * @param relation code of the list person-relation
 * @param validFrom since when this holds; absent when nobody knows
 * @param validTo the last day it held; absent while it holds
 */
public record PersonRequest(
    @NotNull Instant happenedAt,
    @NotBlank @Size(max = 40) String relation,
    @NotNull @Size(max = 6)
        List<
                @NotNull
                @Pattern(
                    regexp =
                        "household|caregiver|guardian|safe-adult|person-of-concern|emergency-contact")
                String>
            roles,
    @NotBlank @Size(max = 200) String name,
    @Nullable @Pattern(regexp = "[0-9+() -]{5,25}") String phone,
    @Nullable @Pattern(regexp = "\\d{5}-?\\d{7}-?\\d") String identityNumber,
    @Nullable @Size(min = 1, max = 1000) String address,
    @Nullable @Size(min = 1, max = 2000) String note,
    @Nullable @Pattern(regexp = "female|male|x") String sex,
    @Nullable @Min(1900) @Max(2200) Integer birthYear,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo) {

  RecordPerson.Command command(UUID caseId) {
    return new RecordPerson.Command(
        caseId,
        new PersonFacts(
            relation,
            roles,
            name,
            phone,
            identityNumber == null ? null : IdentityNumber.normal(identityNumber),
            address,
            note,
            sex,
            birthYear,
            validFrom,
            validTo),
        happenedAt);
  }
}
