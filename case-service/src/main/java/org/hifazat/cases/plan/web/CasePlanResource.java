package org.hifazat.cases.plan.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.plan.CasePlan;
import org.hifazat.cases.plan.DraftPlan;
import org.hifazat.cases.plan.PlanReading;
import org.hifazat.cases.plan.RecordGoalProgress;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** One edition of a case's plan: changed while it is a draft, then only its goals progress. */
@Path("/v1/case-plans/{id}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CasePlanResource {
  private final DraftPlan drafting;
  private final RecordGoalProgress progressing;
  private final PlanReading reading;
  private final Clock clock;

  CasePlanResource(
      DraftPlan drafting, RecordGoalProgress progressing, PlanReading reading, Clock clock) {
    this.drafting = drafting;
    this.progressing = progressing;
    this.reading = reading;
    this.clock = clock;
  }

  /**
   * @param level a code of list goal-progress
   */
  public record GoalProgressRequest(
      @NotNull @Size(min = 1, max = 40) String level,
      @NotNull Instant happenedAt,
      @Nullable @Size(min = 1, max = 2000) String note) {}

  @GET
  @Performs("VIEW_CASEWORK")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PlanView.class)))
  public Response one(@PathParam("id") UUID id) {
    PlanReading.Whole whole = reading.whole(id);
    return Response.ok(PlanView.of(whole, clock.instant()))
        .header(HttpHeaders.ETAG, ETags.of(whole.plan().version()))
        .build();
  }

  @PUT
  @Performs("CHANGE_CASE_PLAN")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PlanLineView.class)))
  public Response change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid PlanRequest request) {
    CasePlan plan =
        drafting.change(
            new DraftPlan.Change(id, Preconditions.expected(ifMatch), request.toContent()));
    return Response.ok(PlanLineView.of(plan))
        .header(HttpHeaders.ETAG, ETags.of(plan.version()))
        .build();
  }

  @DELETE
  @Performs("CHANGE_CASE_PLAN")
  @APIResponse(responseCode = "204", description = "No Content")
  public Response discard(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    drafting.discard(id, Preconditions.expected(ifMatch));
    return Response.noContent().build();
  }

  @POST
  @Path("/goals/{goalId}/progress")
  @Performs("RECORD_GOAL_PROGRESS")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = PlanView.class)))
  public Response progress(
      @PathParam("id") UUID id,
      @PathParam("goalId") UUID goalId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid GoalProgressRequest request) {
    var created =
        progressing.handle(
            new RecordGoalProgress.Command(
                id, goalId, request.level(), request.happenedAt(), request.note()),
            key);
    PlanReading.Whole whole = reading.whole(id);
    return created.response(whole.plan().version(), PlanView.of(whole, clock.instant()));
  }
}
