package org.hifazat.cases.conference.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.hifazat.cases.conference.Invitation;
import org.hifazat.cases.conference.Minutes;
import org.hifazat.cases.conference.PlanConference;
import org.hifazat.cases.conference.PlannedConferences;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** Case conferences still to come. */
@Path("/v1/cases/{caseId}/planned-conferences")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PlannedConferencesResource {
  private static final String LIST = "planned-conferences";

  private final PlanConference planning;
  private final PlannedConferences conferences;
  private final Cursors cursors;

  PlannedConferencesResource(
      PlanConference planning, PlannedConferences conferences, Cursors cursors) {
    this.planning = planning;
    this.conferences = conferences;
    this.cursors = cursors;
  }

  /**
   * @param reason a code of list conference-reason
   * @param place where, or how to dial in
   */
  public record InvitationRequest(
      @NotNull @Size(min = 1, max = 40) String reason,
      @NotNull Instant plannedFor,
      @Size(max = 200) @Nullable String place,
      @NotNull @Valid @Size(min = 1, max = 30)
          List<ConferenceResource.@NotNull @Valid ParticipantRequest> invited) {}

  @GET
  @Performs("VIEW_CASEWORK")
  public Page<PlannedConferenceView> list(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    List<PlannedConferenceView> rows =
        conferences.page(caseId, cursors.verify(LIST, cursor).orElse(null), size + 1).stream()
            .map(PlannedConferenceView::of)
            .toList();
    return Page.cut(rows, size, row -> cursors.sign(LIST, row.plannedFor(), row.id()));
  }

  @POST
  @Performs("PLAN_CASE_CONFERENCE")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = PlannedConferenceView.class)))
  public Response plan(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid InvitationRequest request) {
    Invitation invitation =
        new Invitation(
            request.invited().stream()
                .map(who -> new Minutes.Participant(who.name(), who.role()))
                .toList(),
            request.place());
    PlanConference.Planned planned =
        planning.handle(
            new PlanConference.Command(caseId, request.reason(), request.plannedFor(), invitation),
            key);
    return planned
        .created()
        .response(planned.whole().planned().version(), PlannedConferenceView.of(planned.whole()));
  }
}
