package org.hifazat.referral.directory.hsds;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** HSDS address. */
@JsonNaming(SnakeCaseStrategy.class)
public record HsdsAddress(
    @Nullable UUID id,
    @JsonProperty("address_1") @Nullable @Size(max = 300) String address1,
    @Nullable String city,
    @Nullable String stateProvince,
    @Nullable String country,
    @Nullable String addressType) {}
