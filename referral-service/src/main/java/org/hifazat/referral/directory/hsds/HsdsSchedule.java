package org.hifazat.referral.directory.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** HSDS schedule: weekly, in Pakistan's time (UTC+5); 24:00 is the end of a day. */
@JsonNaming(SnakeCaseStrategy.class)
public record HsdsSchedule(
    @Nullable UUID id,
    @Nullable String freq,
    @NotNull @Pattern(regexp = "(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU)){0,6}") String byday,
    @NotNull @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]") String opensAt,
    @NotNull @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]|24:00") String closesAt,
    @Nullable Integer timezone,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable @Size(max = 500) String notes) {}
