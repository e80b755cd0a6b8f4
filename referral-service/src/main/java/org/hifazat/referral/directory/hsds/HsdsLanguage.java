package org.hifazat.referral.directory.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** HSDS language. */
@JsonNaming(SnakeCaseStrategy.class)
public record HsdsLanguage(
    @Nullable UUID id, @NotNull @Pattern(regexp = "[a-z]{2,3}") String code) {}
