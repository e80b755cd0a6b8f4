package org.hifazat.cases.conference.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.casework.web.ActionRequest;
import org.hifazat.cases.conference.CaseConferences;
import org.hifazat.cases.conference.Minutes;
import org.hifazat.cases.conference.RecordConference;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** Case conferences. Minutes are added and never changed. */
@Path("/v1/cases/{caseId}/conferences")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConferenceResource {
  private static final String LIST = "conferences";

  private final RecordConference recording;
  private final CaseConferences conferences;
  private final Cursors cursors;
  private final Clock clock;

  ConferenceResource(
      RecordConference recording, CaseConferences conferences, Cursors cursors, Clock clock) {
    this.recording = recording;
    this.conferences = conferences;
    this.cursors = cursors;
    this.clock = clock;
  }

  /**
   * @param reason a code of list conference-reason
   * @param outcome a code of list conference-outcome
   * @param plannedConferenceId the one that was called, if it was
   */
  public record ConferenceRequest(
      @NotNull @Size(min = 1, max = 40) String reason,
      @NotNull @Size(min = 1, max = 40) String outcome,
      @NotNull Boolean remote,
      @NotNull @Valid @Size(min = 2, max = 30)
          List<@NotNull @Valid ParticipantRequest> participants,
      @NotBlank @Size(max = 4000) String decisions,
      @NotNull @Valid @Size(max = 20) List<@NotNull @Valid ActionRequest> actions,
      @NotNull Instant happenedAt,
      @Nullable UUID plannedConferenceId) {}

  public record ParticipantRequest(
      @NotBlank @Size(max = 200) String name, @NotBlank @Size(max = 200) String role) {}

  @GET
  @Performs("VIEW_CASEWORK")
  public Page<ConferenceView> list(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    Instant now = clock.instant();
    List<ConferenceView> rows =
        conferences.page(caseId, cursors.verify(LIST, cursor).orElse(null), size + 1).stream()
            .map(whole -> ConferenceView.of(whole, now))
            .toList();
    return Page.cut(rows, size, row -> cursors.sign(LIST, row.happenedAt(), row.id()));
  }

  @POST
  @Performs("RECORD_CASE_CONFERENCE")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ConferenceView.class)))
  public Response record(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid ConferenceRequest request) {
    RecordConference.Recorded recorded =
        recording.handle(
            new RecordConference.Command(
                caseId,
                request.reason(),
                request.outcome(),
                request.remote(),
                new Minutes(
                    request.participants().stream()
                        .map(who -> new Minutes.Participant(who.name(), who.role()))
                        .toList(),
                    request.decisions(),
                    request.actions().stream().map(ActionRequest::toAction).toList()),
                request.happenedAt(),
                request.plannedConferenceId()),
            key);
    return recorded.created().response(0, ConferenceView.of(recorded.whole(), clock.instant()));
  }
}
