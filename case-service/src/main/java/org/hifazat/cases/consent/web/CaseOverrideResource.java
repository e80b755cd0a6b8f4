package org.hifazat.cases.consent.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.consent.ConsentMatter;
import org.hifazat.cases.consent.OverrideConsent;
import org.hifazat.platform.security.Performs;
import org.jspecify.annotations.Nullable;

/** Going on without consent, in the child's best interests. */
@Path("/v1/cases/{caseId}/consent-overrides")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CaseOverrideResource {
  private final OverrideConsent overriding;

  CaseOverrideResource(OverrideConsent overriding) {
    this.overriding = overriding;
  }

  /** Why, and whether the child was told. */
  public record OverrideRequest(
      @NotNull
          @Pattern(regexp = "case-management|share-information|reporting|tracing|photo|share-unhcr")
          String purpose,
      @Nullable UUID agencyId,
      @Nullable UUID recipientId,
      @Nullable @Valid RecipientRequest recipient,
      @NotNull
          @Pattern(regexp = "serious-risk|caregiver-suspected|law-or-court|too-young-and-alone")
          String reasonCode,
      @NotBlank @Size(max = 4000) String text,
      @NotNull Boolean childTold,
      @NotNull Instant happenedAt) {}

  @POST
  @Performs("OVERRIDE_CONSENT")
  @APIResponse(
      responseCode = "201",
      description = "It holds at once and lapses unless a supervisor countersigns it in time",
      content = @Content(schema = @Schema(implementation = OverrideView.class)))
  public Response write(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid OverrideRequest request) {
    RecipientRequest recipient = request.recipient();
    OverrideConsent.Written written =
        overriding.handle(
            new OverrideConsent.Command(
                caseId,
                new ConsentMatter(
                    request.purpose(), request.agencyId(), request.recipientId(), null),
                recipient == null ? null : recipient.facts(),
                request.reasonCode(),
                request.text(),
                request.childTold(),
                request.happenedAt()),
            key);
    return written
        .created()
        .response(written.override().version(), OverrideView.of(written.override(), null, null));
  }
}
