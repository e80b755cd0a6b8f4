package org.hifazat.referral.onward.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Created;
import org.hifazat.referral.onward.ReturnQueries;
import org.hifazat.referral.onward.ReturnReferral;
import org.jspecify.annotations.Nullable;

/** Back to the sender or onward to another service, by the agency. */
@Path("/partner/v1/referrals/{id}/returns")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PartnerReturnResource {
  private final ReturnReferral returning;
  private final ReturnQueries queries;

  PartnerReturnResource(ReturnReferral returning, ReturnQueries queries) {
    this.returning = returning;
    this.queries = queries;
  }

  /**
   * @param givenBy who agreed
   */
  public record ReturnConsentPart(
      @NotNull @Pattern(regexp = "child|caregiver") String givenBy, @NotNull Instant givenAt) {}

  /**
   * @param kind back to the sender, or onward to another service
   * @param serviceId of the directory; with onward only
   * @param reasonCode of the list of reasons
   * @param words what was found and what is asked
   * @param consent refused without: return-needs-consent
   */
  public record ReturnRequest(
      @NotNull @Pattern(regexp = "back|onward") String kind,
      @Nullable UUID serviceId,
      @NotBlank @Size(max = 60) String reasonCode,
      @NotBlank @Size(max = 4000) String words,
      @Nullable @Valid ReturnConsentPart consent) {}

  public record ReturnedView(UUID id) {}

  @GET
  @Performs("PARTNER_LIST_RETURNS")
  public ReturnView.ReturnList returnsOfAgency(@PathParam("id") UUID id) {
    return ReturnView.forAgency(queries.forAgency(id));
  }

  @POST
  @Performs("PARTNER_RETURN_REFERRAL")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ReturnedView.class)))
  public Response returnReferral(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @NotNull @Valid ReturnRequest request) {
    ReturnConsentPart consent = request.consent();
    Created created =
        returning.handle(
            new ReturnReferral.Command(
                id,
                request.kind(),
                request.serviceId(),
                request.reasonCode(),
                request.words(),
                consent == null
                    ? null
                    : new ReturnReferral.Consent(consent.givenBy(), consent.givenAt())),
            idempotencyKey);
    return Response.created(created.location()).entity(new ReturnedView(created.id())).build();
  }
}
