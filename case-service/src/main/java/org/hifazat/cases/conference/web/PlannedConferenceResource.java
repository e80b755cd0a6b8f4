package org.hifazat.cases.conference.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

  @POST
  @Path("/cancellation")
  @Performs("PLAN_CASE_CONFERENCE")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PlannedConferenceView.class)))
  public Response cancel(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    PlannedConferences.Whole whole = planning.cancel(id, Preconditions.expected(ifMatch));
    return Response.ok(PlannedConferenceView.of(whole))
        .header(HttpHeaders.ETAG, ETags.of(whole.planned().version()))
        .build();
  }
}
