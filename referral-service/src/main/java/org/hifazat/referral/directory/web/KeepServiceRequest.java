package org.hifazat.referral.directory.web;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.hifazat.referral.directory.hsds.HsdsContact;
import org.hifazat.referral.directory.hsds.HsdsLanguage;
import org.hifazat.referral.directory.hsds.HsdsPhone;
import org.hifazat.referral.directory.hsds.HsdsSchedule;
import org.hifazat.referral.directory.hsds.HsdsService;
import org.hifazat.referral.directory.hsds.HsdsServiceCapacity;
import org.jspecify.annotations.Nullable;

/**
 * What whoever keeps an entry says of it, all at once: what is left out is no longer said.
 *
 * @param focalPerson left out: who is kept stays
 * @param assured whether all of it was verified today
 */
@JsonNaming(SnakeCaseStrategy.class)
public record KeepServiceRequest(
    @NotNull @Pattern(regexp = "active|inactive|defunct|temporarily closed") String status,
    @Nullable @Size(max = 4000) String description,
    @Nullable @Size(max = 500) String url,
    @Nullable @Size(max = 500) String alert,
    @Nullable @Size(max = 40) String phone,
    @Nullable @Size(max = 2000) String applicationProcess,
    @Nullable @Size(max = 1000) String feesDescription,
    @Nullable @Size(max = 2000) String eligibilityDescription,
    @Nullable @Min(0) @Max(120) Integer minimumAge,
    @Nullable @Min(0) @Max(120) Integer maximumAge,
    @Nullable @Pattern(regexp = "any|female|male") String sex,
    @Nullable @Pattern(regexp = "free|paid|unknown") String cost,
    @Nullable @Size(max = 20) List<@NotNull @Valid HsdsLanguage> languages,
    @Nullable @Size(max = 20) List<@NotNull @Valid HsdsSchedule> schedules,
    @Nullable @Size(max = 4) List<@NotNull @Valid HsdsServiceCapacity> capacities,
    @Nullable @Valid FocalPersonPart focalPerson,
    boolean assured) {

  @JsonNaming(SnakeCaseStrategy.class)
  public record FocalPersonPart(
      @NotBlank @Size(max = 200) String title,
      @Nullable @Size(max = 200) String name,
      @Nullable @Size(max = 40) String phone,
      @Nullable @Size(max = 200) String email) {

    HsdsContact contact(UUID service) {
      String number = phone;
      return new HsdsContact(
          service,
          name,
          title,
          email,
          number == null ? null : List.of(new HsdsPhone(service, number)));
    }
  }

  HsdsService on(HsdsService known) {
    return new HsdsService(
        known.id(),
        known.organizationId(),
        known.name(),
        known.names(),
        known.category(),
        description,
        status,
        url,
        alert,
        applicationProcess,
        feesDescription,
        eligibilityDescription,
        minimumAge,
        maximumAge,
        sex,
        cost,
        phone,
        known.assuredDate(),
        null,
        null,
        known.source(),
        null,
        null,
        null,
        languages,
        null,
        schedules,
        known.serviceAreas(),
        capacities,
        null,
        null,
        null);
  }

  /** The entry with other room and all else as it is. */
  static HsdsService room(HsdsService known, List<HsdsServiceCapacity> capacities) {
    return new KeepServiceRequest(
            known.status(),
            known.description(),
            known.url(),
            known.alert(),
            known.phone(),
            known.applicationProcess(),
            known.feesDescription(),
            known.eligibilityDescription(),
            known.minimumAge(),
            known.maximumAge(),
            known.sex(),
            known.cost(),
            known.languages(),
            known.schedules(),
            capacities,
            null,
            false)
        .on(known);
  }
}
