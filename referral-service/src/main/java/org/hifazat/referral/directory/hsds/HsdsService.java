package org.hifazat.referral.directory.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.Valid;
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
import org.jspecify.annotations.Nullable;

/** HSDS service; names, category, sex, cost, source, referable and assurance_overdue are ours. */
@JsonNaming(SnakeCaseStrategy.class)
public record HsdsService(
    @NotNull UUID id,
    @Nullable UUID organizationId,
    @NotBlank @Size(max = 200) String name,
    @Nullable @Valid HsdsNames names,
    @Nullable @Size(max = 60) String category,
    @Nullable @Size(max = 4000) String description,
    @NotNull @Pattern(regexp = "active|inactive|defunct|temporarily closed") String status,
    @Nullable @Size(max = 500) String url,
    @Nullable @Size(max = 500) String alert,
    @Nullable @Size(max = 2000) String applicationProcess,
    @Nullable @Size(max = 1000) String feesDescription,
    @Nullable @Size(max = 2000) String eligibilityDescription,
    @Nullable @Min(0) @Max(120) Integer minimumAge,
    @Nullable @Min(0) @Max(120) Integer maximumAge,
    @Nullable @Pattern(regexp = "any|female|male") String sex,
    @Nullable @Pattern(regexp = "free|paid|unknown") String cost,
    @Nullable @Size(max = 40) String phone,
    @Nullable LocalDate assuredDate,
    @Nullable Boolean assuranceOverdue,
    @Nullable Boolean referable,
    @Nullable @Size(max = 500) String source,
    @Nullable Instant lastModified,
    @Nullable @Valid HsdsOrganization organization,
    @Nullable @Size(max = 5) List<@NotNull @Valid HsdsPhone> phones,
    @Nullable @Size(max = 20) List<@NotNull @Valid HsdsLanguage> languages,
    @Nullable List<HsdsCostOption> costOptions,
    @Nullable @Size(max = 20) List<@NotNull @Valid HsdsSchedule> schedules,
    @Nullable @Size(max = 60) List<@NotNull @Valid HsdsServiceArea> serviceAreas,
    @Nullable @Size(max = 4) List<@NotNull @Valid HsdsServiceCapacity> capacities,
    @Nullable @Size(max = 60) List<@NotNull @Valid HsdsServiceAtLocation> serviceAtLocations,
    @Nullable List<HsdsAttribute> attributes,
    @Nullable List<HsdsContact> contacts) {

  HsdsService with(List<HsdsContact> who) {
    return new HsdsService(
        id,
        organizationId,
        name,
        names,
        category,
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
        assuredDate,
        assuranceOverdue,
        referable,
        source,
        lastModified,
        organization,
        phones,
        languages,
        costOptions,
        schedules,
        serviceAreas,
        capacities,
        serviceAtLocations,
        attributes,
        who);
  }
}
