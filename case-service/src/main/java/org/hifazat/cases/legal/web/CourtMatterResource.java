package org.hifazat.cases.legal.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.legal.CourtMatters;
import org.hifazat.cases.legal.LegalFile;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** What becomes of one matter before a court. */
@Path("/v1/court-matters/{id}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CourtMatterResource {
  private final CourtMatters matters;

  CourtMatterResource(CourtMatters matters) {
    this.matters = matters;
  }

  /**
   * @param outcome a code of list matter-outcome
   */
  public record CourtDecisionRequest(
      @NotNull @Size(min = 1, max = 40) String outcome, @NotNull Instant happenedAt) {}

  @POST
  @Path("/decision")
  @Performs("RECORD_LEGAL")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LegalView.MatterView.class)))
  public Response decide(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid CourtDecisionRequest request) {
    LegalFile.Matter matter =
        matters.decide(
            id, request.outcome(), request.happenedAt(), Preconditions.expected(ifMatch));
    return changed(matter.matter().version(), LegalView.MatterView.of(matter));
  }

  private static Response changed(long version, Object body) {
    return Response.ok(body).header(HttpHeaders.ETAG, ETags.of(version)).build();
  }
}
