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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.followup.RecordContact;
import org.hifazat.platform.security.Performs;
import org.jspecify.annotations.Nullable;

/** Contacts nobody had planned. */
@Path("/v1/cases/{caseId}/contacts")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ContactsResource {
  private final RecordContact recording;

  ContactsResource(RecordContact recording) {
    this.recording = recording;
  }

  @POST
  @Performs("RECORD_FOLLOW_UP")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = FollowUpView.class)))
  public Response record(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid OutcomeRequest request) {
    RecordContact.Recorded recorded =
        recording.handle(
            new RecordContact.Unplanned(caseId, request.toOutcome(), request.note()), key);
    return recorded
        .created()
        .response(recorded.whole().followUp().version(), FollowUpView.of(recorded.whole()));
  }
}
