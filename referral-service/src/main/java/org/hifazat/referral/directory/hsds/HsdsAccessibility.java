package org.hifazat.referral.directory.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** HSDS accessibility. */
@JsonNaming(SnakeCaseStrategy.class)
public record HsdsAccessibility(@Nullable UUID id, @NotBlank @Size(max = 500) String description) {}
