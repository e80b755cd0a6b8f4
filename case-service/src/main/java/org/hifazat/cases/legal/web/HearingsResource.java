package org.hifazat.cases.legal.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.legal.Hearings;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** Dates before courts and committees. */
@Path("/v1/cases/{caseId}/hearings")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class HearingsResource {
  private final Hearings hearings;
  private final LegalPages pages;

  HearingsResource(Hearings hearings, LegalPages pages) {
    this.hearings = hearings;
    this.pages = pages;
  }

  /**
   * @param purpose a code of list hearing-purpose
   */
  public record HearingRequest(
      @Nullable UUID matterId,
      @NotNull @Size(min = 1, max = 40) String purpose,
      @NotNull Instant plannedFor,
      @Nullable @Size(min = 1, max = 4000) String note) {}

  /** Newest first. */
  @GET
  @Performs("VIEW_LEGAL")
  public Page<LegalView.HearingView> list(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return pages.hearings(caseId, cursor, limit);
  }

  @POST
  @Performs("RECORD_LEGAL")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = LegalView.HearingView.class)))
  public Response plan(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid HearingRequest request) {
    Hearings.Planned planned =
        hearings.plan(
            new Hearings.Plan(
                caseId,
                request.matterId(),
                request.purpose(),
                request.plannedFor(),
                request.note()),
            key);
    return planned
        .created()
        .response(planned.date().hearing().version(), LegalView.HearingView.of(planned.date()));
  }
}
