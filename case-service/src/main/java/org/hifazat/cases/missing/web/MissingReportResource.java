package org.hifazat.cases.missing.web;

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
import org.hifazat.cases.missing.MissingTimes;
import org.hifazat.cases.missing.ReportMissing;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** What becomes of one time in which a child is missing. */
@Path("/v1/missing-reports/{id}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MissingReportResource {
  private final ReportMissing reporting;

  MissingReportResource(ReportMissing reporting) {
    this.reporting = reporting;
  }

  /**
   * @param number under which police or the authority keep it
   */
  public record ToldRequest(
      @NotNull Instant happenedAt, @Nullable @Size(min = 1, max = 100) String number) {}

  /**
   * @param how a code of list found-how
   */
  public record FoundRequest(
      @NotNull @Size(min = 1, max = 40) String how,
      @NotNull Instant happenedAt,
      @Nullable @Size(min = 1, max = 4000) String note) {}

  @POST
  @Path("/notification")
  @Performs("RECORD_MISSING")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = MissingView.class)))
  public Response told(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid ToldRequest request) {
    return changed(
        reporting.told(
            id, request.happenedAt(), request.number(), Preconditions.expected(ifMatch)));
  }

  @POST
  @Path("/found")
  @Performs("RECORD_MISSING")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = MissingView.class)))
  public Response found(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid FoundRequest request) {
    return changed(
        reporting.found(
            id,
            request.how(),
            request.happenedAt(),
            request.note(),
            Preconditions.expected(ifMatch)));
  }

  private static Response changed(MissingTimes.Whole whole) {
    return Response.ok(MissingView.of(whole))
        .header(HttpHeaders.ETAG, ETags.of(whole.missing().version()))
        .build();
  }
}
