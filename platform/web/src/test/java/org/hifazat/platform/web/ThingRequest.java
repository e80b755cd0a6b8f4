package org.hifazat.platform.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

record ThingRequest(
    @NotBlank @Size(max = 20) String label,
    @Nullable Colour colour,
    @Nullable Instant madeAt,
    @Max(9) int weight,
    @Nullable List<@NotNull @Valid Part> parts) {

  enum Colour {
    RED,
    GREEN
  }

  record Part(@NotBlank String code) {}
}
