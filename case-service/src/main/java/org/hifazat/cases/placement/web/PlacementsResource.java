package org.hifazat.cases.placement.web;

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
import org.hifazat.cases.placement.Placements;
import org.hifazat.cases.placement.RecordPlacement;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** Placements of a child outside the home. */
@Path("/v1/cases/{caseId}/placements")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PlacementsResource {
  private static final String LIST = "placements:";

  private final Placements placements;
  private final RecordPlacement recording;
  private final Cursors cursors;

  PlacementsResource(Placements placements, RecordPlacement recording, Cursors cursors) {
    this.placements = placements;
    this.recording = recording;
    this.cursors = cursors;
  }

  /**
   * @param orderId an order of the case it rests on
   * @param kind a code of list placement-kind
   * @param place the family or institution by name, and where it is
   */
  public record PlacementRequest(
      @Nullable UUID orderId,
      @NotNull @Size(min = 1, max = 40) String kind,
      @NotBlank @Size(max = 500) String place,
      @Nullable @Size(min = 1, max = 200) String carer,
      @Nullable @Size(min = 1, max = 4000) String note,
      @NotNull Instant beganAt) {}

  @GET
  @Performs("VIEW_PLACEMENTS")
  public Page<PlacementView> list(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    String list = LIST + caseId;
    return Page.cut(
        placements.page(caseId, cursors.verify(list, cursor).orElse(null), size + 1).stream()
            .map(PlacementView::of)
            .toList(),
        size,
        last -> cursors.sign(list, last.beganAt(), last.id()));
  }

  @POST
  @Performs("RECORD_PLACEMENT")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = PlacementView.class)))
  public Response begin(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid PlacementRequest request) {
    RecordPlacement.Recorded recorded =
        recording.handle(
            new RecordPlacement.Command(
                caseId,
                request.orderId(),
                request.kind(),
                request.beganAt(),
                new Placements.Words(request.place(), request.carer(), request.note())),
            key);
    return recorded
        .created()
        .response(recorded.whole().placement().version(), PlacementView.of(recorded.whole()));
  }
}
