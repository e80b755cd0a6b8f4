package org.hifazat.cases.placement.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import org.hifazat.cases.placement.Placements;
import org.hifazat.cases.placement.RecordPlacement;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** What becomes of one placement. */
@Path("/v1/placements/{id}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PlacementResource {
  private final RecordPlacement recording;

  PlacementResource(RecordPlacement recording) {
    this.recording = recording;
  }

  /**
   * @param decision a code of list placement-decision
   */
  public record ReviewRequest(
      @NotNull @Size(min = 1, max = 40) String decision,
      @NotNull Instant happenedAt,
      @NotBlank @Size(max = 10_000) String findings,
      @Nullable @Size(min = 1, max = 4000) String childSays) {}

  /**
   * @param reason a code of list placement-end
   */
  public record PlacementEndRequest(
      @NotNull @Size(min = 1, max = 40) String reason,
      @NotNull Instant happenedAt,
      @Nullable @Size(min = 1, max = 4000) String note) {}

  @POST
  @Path("/reviews")
  @Performs("RECORD_PLACEMENT")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PlacementView.class)))
  public Response review(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid ReviewRequest request) {
    return changed(
        recording.review(
            new RecordPlacement.Review(
                id,
                request.decision(),
                request.happenedAt(),
                new Placements.ReviewWords(request.findings(), request.childSays())),
            Preconditions.expected(ifMatch)));
  }

  @POST
  @Path("/end")
  @Performs("RECORD_PLACEMENT")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PlacementView.class)))
  public Response end(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid PlacementEndRequest request) {
    return changed(
        recording.end(
            new RecordPlacement.End(id, request.reason(), request.happenedAt(), request.note()),
            Preconditions.expected(ifMatch)));
  }

  private static Response changed(Placements.Whole whole) {
    return Response.ok(PlacementView.of(whole))
        .header(HttpHeaders.ETAG, ETags.of(whole.placement().version()))
        .build();
  }
}
