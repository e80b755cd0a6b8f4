package org.hifazat.referral.directory.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** HSDS location. */
@JsonNaming(SnakeCaseStrategy.class)
public record HsdsLocation(
    @NotNull UUID id,
    @Nullable String locationType,
    @NotBlank @Size(max = 200) String name,
    @Nullable @Valid HsdsNames names,
    @NotNull @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 64) String districtCode,
    @Nullable @DecimalMin("-90") @DecimalMax("90") BigDecimal latitude,
    @Nullable @DecimalMin("-180") @DecimalMax("180") BigDecimal longitude,
    @Nullable @Size(max = 5) List<@NotNull @Valid HsdsAddress> addresses,
    @Nullable @Size(max = 5) List<@NotNull @Valid HsdsAccessibility> accessibility) {}
