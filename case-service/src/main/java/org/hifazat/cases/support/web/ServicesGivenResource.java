package org.hifazat.cases.support.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.support.RecordServiceGiven;
import org.hifazat.cases.support.ServicesGiven;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** What the unit itself did for a child. */
@Path("/v1/cases/{caseId}/services-given")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ServicesGivenResource {
  private static final String LIST = "services-given";

  private final RecordServiceGiven recording;
  private final ServicesGiven services;
  private final Cursors cursors;

  ServicesGivenResource(RecordServiceGiven recording, ServicesGiven services, Cursors cursors) {
    this.recording = recording;
    this.services = services;
    this.cursors = cursors;
  }

  /**
   * @param kind a code of list service-given
   * @param givenBy a colleague of the unit; left out for oneself
   * @param rupees needed for cash, possible for goods
   * @param actionId an action of the plan in force
   */
  public record ServiceGivenRequest(
      @NotNull @Size(min = 1, max = 40) String kind,
      @NotNull Instant happenedAt,
      @Nullable UUID givenBy,
      @Nullable @Positive @Max(1440) Integer minutes,
      @Nullable @Positive @Max(10_000_000) Integer rupees,
      @Nullable UUID actionId,
      @Nullable @Size(min = 1, max = 4000) String note) {}

  @GET
  @Performs("VIEW_CASEWORK")
  public Page<ServiceGivenView> list(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    List<ServiceGivenView> rows =
        services.page(caseId, cursors.verify(LIST, cursor).orElse(null), size + 1).stream()
            .map(ServiceGivenView::of)
            .toList();
    return Page.cut(rows, size, row -> cursors.sign(LIST, row.happenedAt(), row.id()));
  }

  @POST
  @Performs("RECORD_SERVICE_GIVEN")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ServiceGivenView.class)))
  public Response record(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid ServiceGivenRequest request) {
    RecordServiceGiven.Recorded recorded =
        recording.handle(
            new RecordServiceGiven.Command(
                caseId,
                request.kind(),
                request.happenedAt(),
                request.givenBy(),
                request.minutes(),
                request.rupees(),
                request.actionId(),
                request.note()),
            key);
    return recorded
        .created()
        .response(recorded.whole().service().version(), ServiceGivenView.of(recorded.whole()));
  }
}
