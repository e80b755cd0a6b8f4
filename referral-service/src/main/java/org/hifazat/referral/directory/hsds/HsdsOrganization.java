package org.hifazat.referral.directory.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** HSDS organization. */
@JsonNaming(SnakeCaseStrategy.class)
public record HsdsOrganization(
    @NotNull UUID id,
    @NotBlank @Size(max = 200) String name,
    @Nullable @Valid HsdsNames names,
    @Nullable @Size(max = 2000) String description,
    @Nullable @Size(max = 500) String url,
    @Nullable @Size(max = 500) String source,
    @Nullable Instant lastModified) {}
