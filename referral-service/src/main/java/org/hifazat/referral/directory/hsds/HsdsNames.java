package org.hifazat.referral.directory.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A name in the three languages; HSDS itself has one. */
@JsonNaming(SnakeCaseStrategy.class)
public record HsdsNames(
    @NotBlank @Size(max = 200) String en,
    @NotBlank @Size(max = 200) String ur,
    @NotBlank @Size(max = 200) String ps) {}
