package org.hifazat.cases.legal.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import org.hifazat.cases.legal.CourtMatters;
import org.hifazat.cases.legal.MatterWords;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** Matters of a child before courts. */
@Path("/v1/cases/{caseId}/court-matters")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CourtMattersResource {
  private final CourtMatters matters;
  private final LegalPages pages;

  CourtMattersResource(CourtMatters matters, LegalPages pages) {
    this.matters = matters;
    this.pages = pages;
  }

  /**
   * @param kind a code of list court-matter
   * @param number of the case or first information report, as the court or police write it
   */
  public record MatterRequest(
      @NotNull @Size(min = 1, max = 40) String kind,
      @NotBlank @Size(max = 200) String court,
      @Nullable @Size(min = 1, max = 100) String number,
      @Nullable @Size(min = 1, max = 4000) String note,
      @NotNull Instant cognizanceAt) {}

  /** Newest first. */
  @GET
  @Performs("VIEW_LEGAL")
  public Page<LegalView.MatterView> list(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return pages.matters(caseId, cursor, limit);
  }

  @POST
  @Performs("RECORD_LEGAL")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = LegalView.MatterView.class)))
  public Response begin(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid MatterRequest request) {
    CourtMatters.Recorded recorded =
        matters.handle(
            new CourtMatters.Command(
                caseId,
                request.kind(),
                request.cognizanceAt(),
                new MatterWords(request.court(), request.number(), request.note())),
            key);
    return recorded
        .created()
        .response(recorded.matter().matter().version(), LegalView.MatterView.of(recorded.matter()));
  }
}
