package org.hifazat.cases.conference.web;

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
import org.hifazat.cases.conference.PlanConference;
import org.hifazat.cases.conference.PlannedConferences;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** One case conference that was called. */
@Path("/v1/planned-conferences/{id}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PlannedConferenceResource {
  private final PlanConference planning;

  PlannedConferenceResource(PlanConference planning) {
    this.planning = planning;
  }

  /**
   * @param place where, or how to dial in; as it was, or another
   */
  public record MoveRequest(@NotNull Instant plannedFor, @Size(max = 200) @Nullable String place) {}

  @POST
  @Path("/move")
  @Performs("PLAN_CASE_CONFERENCE")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PlannedConferenceView.class)))
  public Response move(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid MoveRequest request) {
    return answer(
        planning.move(
            new PlanConference.Move(
                id, Preconditions.expected(ifMatch), request.plannedFor(), request.place())));
  }

  @POST
  @Path("/cancellation")
  @Performs("PLAN_CASE_CONFERENCE")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PlannedConferenceView.class)))
  public Response cancel(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return answer(planning.cancel(id, Preconditions.expected(ifMatch)));
  }

  private static Response answer(PlannedConferences.Whole whole) {
    return Response.ok(PlannedConferenceView.of(whole))
        .header(HttpHeaders.ETAG, ETags.of(whole.planned().version()))
        .build();
  }
}
