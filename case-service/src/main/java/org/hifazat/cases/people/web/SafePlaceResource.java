package org.hifazat.cases.people.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.people.KnownPlace;
import org.hifazat.cases.people.PeopleQueries;
import org.hifazat.cases.people.RecordSafePlace;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** Where a child can go when home is not safe. */
@Path("/v1/cases/{caseId}/safe-places")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SafePlaceResource {
  private static final String LIST = "safe-places:";

  private final PeopleQueries queries;
  private final RecordSafePlace recording;
  private final Clock clock;
  private final Cursors cursors;

  SafePlaceResource(
      PeopleQueries queries, RecordSafePlace recording, Clock clock, Cursors cursors) {
    this.queries = queries;
    this.recording = recording;
    this.clock = clock;
    this.cursors = cursors;
  }

  @GET
  @Performs("VIEW_PEOPLE")
  public Page<SafePlaceView> list(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    LocalDate today = today();
    int size = Page.limit(limit);
    String list = LIST + caseId;
    return Page.cut(
        queries.places(caseId, cursors.verify(list, cursor).orElse(null), size + 1).stream()
            .map(place -> SafePlaceView.of(place, today))
            .toList(),
        size,
        last -> cursors.sign(list, last.recordedAt(), last.id()));
  }

  @GET
  @Path("/{placeId}")
  @Performs("VIEW_PEOPLE")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SafePlaceView.class)))
  public Response one(@PathParam("caseId") UUID caseId, @PathParam("placeId") UUID placeId) {
    return answer(queries.place(caseId, placeId));
  }

  @POST
  @Performs("CHANGE_PEOPLE")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = SafePlaceView.class)))
  public Response add(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid SafePlaceRequest request) {
    RecordSafePlace.Recorded recorded = recording.add(request.command(caseId), key);
    return recorded
        .created()
        .response(recorded.place().version(), SafePlaceView.of(recorded.place(), today()));
  }

  @PUT
  @Path("/{placeId}")
  @Performs("CHANGE_PEOPLE")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SafePlaceView.class)))
  public Response change(
      @PathParam("caseId") UUID caseId,
      @PathParam("placeId") UUID placeId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid SafePlaceRequest request) {
    long expected = Preconditions.expected(ifMatch);
    return answer(recording.change(request.command(caseId), placeId, expected));
  }

  private Response answer(KnownPlace place) {
    return Response.ok(SafePlaceView.of(place, today()))
        .header(HttpHeaders.ETAG, ETags.of(place.version()))
        .build();
  }

  private LocalDate today() {
    return KarachiTime.day(clock.instant());
  }
}
