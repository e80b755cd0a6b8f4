package org.hifazat.cases.incident.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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
import org.hifazat.cases.incident.Incidents;
import org.hifazat.cases.incident.RecordIncident;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** Allegations of a case. */
@Path("/v1/cases/{caseId}/incidents")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class IncidentsResource {
  private static final String LIST = "incidents";

  private final RecordIncident recording;
  private final Incidents incidents;
  private final Cursors cursors;

  IncidentsResource(RecordIncident recording, Incidents incidents, Cursors cursors) {
    this.recording = recording;
    this.incidents = incidents;
    this.cursors = cursors;
  }

  /**
   * @param concerns codes of list concern
   * @param placeKind a code of list place-kind
   * @param personId a person of the case who is a person of concern
   * @param finding a code of list incident-finding, alleged as a rule
   */
  public record IncidentRequest(
      @NotEmpty @Size(max = 20) List<@NotNull @Size(min = 1, max = 60) String> concerns,
      @NotNull @Size(min = 1, max = 40) String placeKind,
      @NotNull Instant happenedAt,
      @Nullable UUID personId,
      @NotNull @Size(min = 1, max = 40) String finding,
      @NotBlank @Size(max = 20_000) String account) {}

  @GET
  @Performs("VIEW_INCIDENTS")
  public Page<IncidentView> list(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    List<IncidentView> rows =
        incidents.page(caseId, cursors.verify(LIST, cursor).orElse(null), size + 1).stream()
            .map(IncidentView::of)
            .toList();
    return Page.cut(rows, size, row -> cursors.sign(LIST, row.happenedAt(), row.id()));
  }

  @POST
  @Performs("RECORD_INCIDENT")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = IncidentView.class)))
  public Response record(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid IncidentRequest request) {
    RecordIncident.Recorded recorded =
        recording.handle(
            new RecordIncident.Command(
                caseId,
                request.concerns(),
                request.placeKind(),
                request.happenedAt(),
                request.personId(),
                request.finding(),
                request.account()),
            key);
    return recorded
        .created()
        .response(recorded.whole().incident().version(), IncidentView.of(recorded.whole()));
  }
}
