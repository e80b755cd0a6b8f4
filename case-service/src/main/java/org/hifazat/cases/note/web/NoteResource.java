package org.hifazat.cases.note.web;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.note.WriteNote;
import org.hifazat.platform.security.Performs;
import org.jspecify.annotations.Nullable;

/** One note, which is only added to. */
@Path("/v1/notes/{id}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NoteResource {
  private final WriteNote writing;

  NoteResource(WriteNote writing) {
    this.writing = writing;
  }

  public record AddendumRequest(@NotBlank @Size(max = 20_000) String text) {}

  @POST
  @Path("/addenda")
  @Performs("WRITE_NOTE")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = NoteView.class)))
  public Response add(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid AddendumRequest request) {
    return created(writing.add(id, request.text(), key));
  }

  private static Response created(WriteNote.Written written) {
    return written.created().response(0, NoteView.of(written.whole()));
  }
}
