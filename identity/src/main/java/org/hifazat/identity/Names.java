package org.hifazat.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The public name of a place or body in the three languages; never a person's. */
public record Names(
    @NotBlank @Size(max = 200) String en,
    @NotBlank @Size(max = 200) String ur,
    @NotBlank @Size(max = 200) String ps) {}
