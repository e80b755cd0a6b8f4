package org.hifazat.cases.incident.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.incident.Incidents;
import org.hifazat.cases.incident.RecordIncident;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** What was found about one allegation. */
@Path("/v1/incidents/{id}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class IncidentResource {
  private final RecordIncident recording;

  IncidentResource(RecordIncident recording) {
    this.recording = recording;
  }

  public record FindingRequest(
      @NotNull @Size(min = 1, max = 40) String finding,
      @NotNull Instant happenedAt,
      @NotBlank @Size(max = 4000) String reason) {}

  @POST
  @Path("/findings")
  @Performs("RECORD_INCIDENT")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = IncidentView.class)))
  public Response find(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid FindingRequest request) {
    Incidents.Whole whole =
        recording.find(
            new RecordIncident.Finding(
                id, request.finding(), request.happenedAt(), request.reason()),
            Preconditions.expected(ifMatch));
    return Response.ok(IncidentView.of(whole))
        .header(HttpHeaders.ETAG, ETags.of(whole.incident().version()))
        .build();
  }
}
