package org.hifazat.monitoring.figures.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.monitoring.figures.Figure;
import org.jspecify.annotations.Nullable;

/** One figure. */
@Schema(
    name = "Figure",
    requiredProperties = {"value", "shown"})
public record FigureView(
    @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(
            nullable = true,
            minimum = "0",
            description =
                "Null when the count is small, withheld to protect a small one, or not known.")
        @Nullable Long value,
    @Schema(
            pattern = "^([0-9]+|<[0-9]+|…|–)$",
            examples = {"12", "<5", "…", "–"},
            description =
                "What to show instead of the value: the number, \"<5\", \"…\", or \"–\" of what was not counted yet when the period began.")
        String shown) {

  static FigureView of(Figure figure) {
    return new FigureView(figure.number().orElse(null), figure.shown());
  }
}
