package org.hifazat.cases.lifecycle.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.hifazat.cases.lifecycle.CaseStanding;
import org.hifazat.cases.lifecycle.Step;
import org.hifazat.cases.lifecycle.TakeStep;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** Where a case stands and its steps on. */
@Path("/v1/cases/{caseId}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LifecycleResource {
  private final CaseStanding standing;
  private final TakeStep steps;
  private final Clock clock;

  LifecycleResource(CaseStanding standing, TakeStep steps, Clock clock) {
    this.standing = standing;
    this.steps = steps;
    this.clock = clock;
  }

  /** One step on; closing and reopening have requests of their own. */
  public record StepRequest(
      @NotNull @Pattern(regexp = "assess|plan|implement|review|replan") String step,
      @NotNull Instant happenedAt) {}

  @GET
  @Path("/next-steps")
  @Performs("VIEW_STANDING")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StandingView.class)))
  public Response nextSteps(@PathParam("caseId") UUID caseId) {
    CaseStanding.Standing found = standing.of(caseId);
    return Response.ok(StandingView.of(found, clock.instant()))
        .header(HttpHeaders.ETAG, ETags.of(found.file().version()))
        .build();
  }

  @POST
  @Path("/steps")
  @Performs("TAKE_STEP")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CaseStepView.class)))
  public Response take(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid StepRequest request) {
    return CaseStepView.response(
        steps.handle(
            new TakeStep.Command(
                caseId,
                Preconditions.expected(ifMatch),
                Step.of(request.step()),
                request.happenedAt())));
  }
}
