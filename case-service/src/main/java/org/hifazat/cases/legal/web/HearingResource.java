package org.hifazat.cases.legal.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.hifazat.cases.legal.Hearings;
import org.hifazat.cases.legal.LegalFile;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** How one date before a court went. */
@Path("/v1/hearings/{id}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class HearingResource {
  private final Hearings hearings;

  HearingResource(Hearings hearings) {
    this.hearings = hearings;
  }

  /**
   * @param childAttended for a hearing that was held, and only then
   * @param nextAt the date it was put off to, or the next one the court named
   */
  public record HearingOutcomeRequest(
      @NotNull @Pattern(regexp = "held|adjourned|cancelled") String result,
      @NotNull Instant happenedAt,
      @Nullable Boolean childAttended,
      @Nullable @Size(min = 1, max = 10_000) String note,
      @Nullable Instant nextAt) {}

  @POST
  @Path("/outcome")
  @Performs("RECORD_LEGAL")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LegalView.HearingView.class)))
  public Response went(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid HearingOutcomeRequest request) {
    LegalFile.Date date =
        hearings.went(
            id,
            new Hearings.Outcome(
                request.result(),
                request.happenedAt(),
                request.childAttended(),
                request.note(),
                request.nextAt()),
            Preconditions.expected(ifMatch));
    return changed(date.hearing().version(), LegalView.HearingView.of(date));
  }

  private static Response changed(long version, Object body) {
    return Response.ok(body).header(HttpHeaders.ETAG, ETags.of(version)).build();
  }
}
