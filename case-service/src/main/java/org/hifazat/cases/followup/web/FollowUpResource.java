package org.hifazat.cases.followup.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.hifazat.cases.followup.FollowUps;
import org.hifazat.cases.followup.PlanFollowUp;
import org.hifazat.cases.followup.RecordContact;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** One planned contact. */
@Path("/v1/follow-ups/{id}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FollowUpResource {
  private final PlanFollowUp planning;
  private final RecordContact recording;

  FollowUpResource(PlanFollowUp planning, RecordContact recording) {
    this.planning = planning;
    this.recording = recording;
  }

  @POST
  @Path("/outcome")
  @Performs("RECORD_FOLLOW_UP")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = FollowUpView.class)))
  public Response record(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid OutcomeRequest request) {
    return changed(
        recording.handle(
            new RecordContact.Planned(
                id, Preconditions.expected(ifMatch), request.toOutcome(), request.note())));
  }

  @POST
  @Path("/cancellation")
  @Performs("PLAN_FOLLOW_UP")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = FollowUpView.class)))
  public Response cancel(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return changed(planning.cancel(id, Preconditions.expected(ifMatch)));
  }

  private static Response changed(FollowUps.Whole whole) {
    return Response.ok(FollowUpView.of(whole))
        .header(HttpHeaders.ETAG, ETags.of(whole.followUp().version()))
        .build();
  }
}
