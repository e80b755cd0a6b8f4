package org.hifazat.cases.safety.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.safety.MakeSafetyPlan;
import org.hifazat.cases.safety.SafetyPlans;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** Safety plans of a case. A new one replaces the one before. */
@Path("/v1/cases/{caseId}/safety-plans")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SafetyPlanResource {
  private static final String LIST = "safety-plans";

  private final MakeSafetyPlan making;
  private final SafetyPlans plans;
  private final Cursors cursors;

  SafetyPlanResource(MakeSafetyPlan making, SafetyPlans plans, Cursors cursors) {
    this.making = making;
    this.plans = plans;
    this.cursors = cursors;
  }

  @GET
  @Performs("VIEW_CASEWORK")
  public Page<SafetyPlanView> list(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    List<SafetyPlanView> rows =
        plans.page(caseId, cursors.verify(LIST, cursor).orElse(null), size + 1).stream()
            .map(SafetyPlanView::of)
            .toList();
    return Page.cut(rows, size, row -> cursors.sign(LIST, row.recordedAt(), row.id()));
  }

  @POST
  @Performs("MAKE_SAFETY_PLAN")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = SafetyPlanView.class)))
  public Response make(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid SafetyPlanRequest request) {
    MakeSafetyPlan.Made made = making.handle(request.toCommand(caseId), key);
    return made.created().response(0, SafetyPlanView.of(made.whole()));
  }
}
