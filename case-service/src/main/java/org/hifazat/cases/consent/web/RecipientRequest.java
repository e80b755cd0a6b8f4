package org.hifazat.cases.consent.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.hifazat.cases.consent.RecipientFacts;

/**
 * Somebody whom information is to be shared with and no directory has.
 *
 * @param name of the person or body
 * @param serviceType what for; police and courts are in the directory
 * @param place where they are
 */
public record RecipientRequest(
    @NotBlank @Size(max = 200) String name,
    @NotNull
        @Pattern(
            regexp =
                "legal-aid|health|shelter|education|registration|psychosocial|rehabilitation|livelihood|tracing|other")
        String serviceType,
    @NotBlank @Size(max = 200) String place) {

  RecipientFacts facts() {
    return new RecipientFacts(name, serviceType, place);
  }
}
