package org.hifazat.referral.directory.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** HSDS phone: of an office, never a person's. */
@JsonNaming(SnakeCaseStrategy.class)
public record HsdsPhone(@Nullable UUID id, @NotBlank @Size(max = 40) String number) {}
