package org.hifazat.cases.plan.web;

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
import org.hifazat.cases.plan.DraftPlan;
import org.hifazat.cases.plan.PlanReading;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** The editions of a case's plan. */
@Path("/v1/cases/{caseId}/case-plans")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CasePlansResource {
  private static final String LIST = "case-plans";

  private final DraftPlan drafting;
  private final PlanReading reading;
  private final Cursors cursors;

  CasePlansResource(DraftPlan drafting, PlanReading reading, Cursors cursors) {
    this.drafting = drafting;
    this.reading = reading;
    this.cursors = cursors;
  }

  @GET
  @Performs("VIEW_CASEWORK")
  public Page<PlanLineView> list(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    List<PlanReading.Line> rows =
        reading.page(caseId, cursors.verify(LIST, cursor).orElse(null), size + 1);
    return Page.cut(
        rows.stream().map(PlanLineView::of).toList(),
        size,
        line -> cursors.sign(LIST, line.draftedAt(), line.id()));
  }

  @POST
  @Performs("CHANGE_CASE_PLAN")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = PlanLineView.class)))
  public Response begin(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid PlanRequest request) {
    DraftPlan.Drafted drafted =
        drafting.begin(new DraftPlan.Begin(caseId, request.toContent()), key);
    return drafted.created().response(drafted.plan().version(), PlanLineView.of(drafted.plan()));
  }
}
