package org.hifazat.cases.casework.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.hifazat.cases.casework.Actor;
import org.hifazat.cases.casework.AgreedAction;
import org.jspecify.annotations.Nullable;

/**
 * Who does what by when.
 *
 * @param id made by the client, so that the action stays the same from edition to edition
 */
public record ActionRequest(
    @NotNull UUID id,
    @NotBlank @Size(max = 1000) String text,
    @NotNull @Valid ActorRequest actor,
    @NotNull LocalDate dueOn) {

  /**
   * @param staffId for kind staff: a colleague of the unit
   * @param agencyId for kind agency, when the directory knows it
   * @param name for kind other, and for an agency the directory does not know
   */
  public record ActorRequest(
      @NotNull @Pattern(regexp = "staff|child|caregiver|agency|other") String kind,
      @Nullable UUID staffId,
      @Nullable UUID agencyId,
      @Nullable @Size(min = 1, max = 200) String name) {}

  public AgreedAction toAction() {
    return new AgreedAction(
        id, text, new Actor(actor.kind(), actor.staffId(), actor.agencyId(), actor.name()), dueOn);
  }
}
