package org.hifazat.cases.document.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.document.CaseDocument;
import org.hifazat.cases.document.FinishUpload;
import org.hifazat.cases.document.UploadDocument;
import org.hifazat.platform.security.Performs;

/**
 * A document on its way: sent in pieces from the offset reached, and looked at when all is there.
 * Who loses the line asks for the offset and goes on.
 */
@Path("/v1/uploads/{id}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class UploadResource {
  private static final String OFFSET = "Upload-Offset";

  private final UploadDocument uploads;
  private final FinishUpload finishing;

  UploadResource(UploadDocument uploads, FinishUpload finishing) {
    this.uploads = uploads;
    this.finishing = finishing;
  }

  @GET
  @Performs("ADD_DOCUMENT")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = UploadView.class)))
  public Response standing(@PathParam("id") UUID id) {
    CaseDocument document = uploads.standing(id);
    return Response.ok(UploadView.of(document)).header(OFFSET, document.received()).build();
  }

  /** Takes the piece that begins at the offset reached; answers the next offset. */
  @PATCH
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Performs("ADD_DOCUMENT")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = UploadView.class)))
  public Response receive(
      @PathParam("id") UUID id,
      @QueryParam("offset") @NotNull @PositiveOrZero Integer offset,
      @NotNull byte[] piece) {
    CaseDocument document = uploads.receive(id, offset, piece);
    return Response.ok(UploadView.of(document)).header(OFFSET, document.received()).build();
  }

  @POST
  @Path("/completion")
  @Performs("ADD_DOCUMENT")
  public DocumentView finish(@PathParam("id") UUID id) {
    return DocumentView.of(finishing.handle(id));
  }

  @DELETE
  @Performs("ADD_DOCUMENT")
  public void discard(@PathParam("id") UUID id) {
    uploads.discard(id);
  }
}
