package org.hifazat.assessment.catalogue.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The organisation accepts the terms that were shown. */
@Schema(name = "AcceptTerms")
record AcceptTermsRequest(
    @NotNull
        @Pattern(regexp = "[0-9a-f]{64}")
        @Schema(description = "Of the terms that were shown.")
        @Nullable String termsHash,
    @NotBlank @Size(max = 200) @Schema(description = "For whom they are accepted.")
        @Nullable String organisation) {}
