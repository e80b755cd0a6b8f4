package org.hifazat.cases.missing.web;

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
import org.hifazat.cases.missing.MissingTimes;
import org.hifazat.cases.missing.ReportMissing;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** A missing child. */
@Path("/v1/cases/{caseId}/missing-reports")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MissingResource {
  private static final String LIST = "missing:";

  private final MissingTimes times;
  private final ReportMissing reporting;
  private final Cursors cursors;

  MissingResource(MissingTimes times, ReportMissing reporting, Cursors cursors) {
    this.times = times;
    this.reporting = reporting;
    this.cursors = cursors;
  }

  /**
   * @param learnedAt when the unit came to know; the clock of telling the authority runs from here
   */
  public record MissingRequest(
      @NotNull Instant missingSince,
      @NotNull Instant learnedAt,
      @NotBlank @Size(max = 4000) String circumstances,
      @Nullable @Size(min = 1, max = 1000) String lastSeen,
      @Nullable @Size(min = 1, max = 1000) String wearing) {}

  @GET
  @Performs("VIEW_MISSING")
  public Page<MissingView> list(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    String list = LIST + caseId;
    return Page.cut(
        times.page(caseId, cursors.verify(list, cursor).orElse(null), size + 1).stream()
            .map(MissingView::of)
            .toList(),
        size,
        last -> cursors.sign(list, last.missingSince(), last.id()));
  }

  @POST
  @Performs("RECORD_MISSING")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = MissingView.class)))
  public Response report(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid MissingRequest request) {
    ReportMissing.Recorded recorded =
        reporting.handle(
            new ReportMissing.Command(
                caseId,
                request.missingSince(),
                request.learnedAt(),
                new MissingTimes.Words(
                    request.circumstances(), request.lastSeen(), request.wearing())),
            key);
    return recorded
        .created()
        .response(recorded.whole().missing().version(), MissingView.of(recorded.whole()));
  }
}
