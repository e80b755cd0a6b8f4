package org.hifazat.cases.followup.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.hifazat.cases.followup.FollowUp;
import org.hifazat.cases.followup.FollowUps;
import org.hifazat.cases.followup.PlanFollowUp;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** Contacts with a child and family: planned ones, and how those before went. */
@Path("/v1/cases/{caseId}/follow-ups")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FollowUpsResource {
  private static final String LIST = "follow-ups-";

  private final PlanFollowUp planning;
  private final FollowUps followUps;
  private final Cursors cursors;

  FollowUpsResource(PlanFollowUp planning, FollowUps followUps, Cursors cursors) {
    this.planning = planning;
    this.followUps = followUps;
    this.cursors = cursors;
  }

  /**
   * @param kind a code of list follow-up-kind
   */
  public record FollowUpRequest(
      @NotNull @Size(min = 1, max = 40) String kind, @NotNull Instant plannedFor) {}

  @GET
  @Performs("VIEW_CASEWORK")
  public Page<FollowUpView> list(
      @PathParam("caseId") UUID caseId,
      @QueryParam("state") @NotNull @Pattern(regexp = "planned|ended") String state,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    boolean planned = state.equals("planned");
    String list = LIST + state;
    List<FollowUps.Whole> rows =
        followUps.page(caseId, planned, cursors.verify(list, cursor).orElse(null), size + 1);
    return Page.cut(
        rows.stream().map(FollowUpView::of).toList(),
        size,
        row -> cursors.sign(list, timeOf(rows, row.id(), planned), row.id()));
  }

  private static Instant timeOf(List<FollowUps.Whole> rows, UUID id, boolean planned) {
    FollowUp one =
        rows.stream()
            .map(FollowUps.Whole::followUp)
            .filter(row -> row.id().equals(id))
            .findFirst()
            .orElseThrow();
    return (planned ? one.plannedFor() : one.happenedAt()).orElseThrow();
  }

  @POST
  @Performs("PLAN_FOLLOW_UP")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = FollowUpView.class)))
  public Response plan(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid FollowUpRequest request) {
    PlanFollowUp.Planned planned =
        planning.handle(
            new PlanFollowUp.Command(caseId, request.kind(), request.plannedFor()), key);
    return planned
        .created()
        .response(planned.whole().followUp().version(), FollowUpView.of(planned.whole()));
  }
}
