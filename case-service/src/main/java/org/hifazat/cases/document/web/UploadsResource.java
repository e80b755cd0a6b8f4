package org.hifazat.cases.document.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.document.CaseDocument;
import org.hifazat.cases.document.FinishUpload;
import org.hifazat.cases.document.UploadDocument;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * Documents on their way: begun with size, type and hash, sent in pieces from the offset reached,
 * and looked at when all is there. Who loses the line asks for the offset and goes on.
 */
@Path("/v1")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class UploadsResource {
  private static final String OFFSET = "Upload-Offset";

  private final UploadDocument uploads;
  private final FinishUpload finishing;

  UploadsResource(UploadDocument uploads, FinishUpload finishing) {
    this.uploads = uploads;
    this.finishing = finishing;
  }

  /**
   * @param kind a code of list document-kind
   * @param confidentiality ordinary; restricted to who adds it and the supervisors; or clinical, by
   *     a psychologist
   * @param happenedAt when it was made or received
   * @param mediaType one of those taken: PDF, JPEG, PNG, DOCX, and recordings of phones
   * @param size at most 25 MB
   * @param sha256 of the whole, lower-case hex
   */
  public record UploadRequest(
      @NotNull @Size(min = 1, max = 40) String kind,
      @NotNull @Pattern(regexp = "ordinary|restricted|clinical") String confidentiality,
      @Nullable @Size(min = 1, max = 200) String title,
      @NotNull Instant happenedAt,
      @NotNull @Size(min = 1, max = 100) String mediaType,
      @NotNull @Min(1) @Max(UploadDocument.MOST) Integer size,
      @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256) {}

  @GET
  @Path("/cases/{caseId}/uploads")
  @Performs("VIEW_DOCUMENTS")
  public Page<UploadView> unfinished(@PathParam("caseId") UUID caseId) {
    return Page.all(uploads.unfinished(caseId).stream().map(UploadView::of).toList());
  }

  @POST
  @Path("/cases/{caseId}/uploads")
  @Consumes(MediaType.APPLICATION_JSON)
  @Performs("ADD_DOCUMENT")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = UploadView.class)))
  public Response begin(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid UploadRequest request) {
    UploadDocument.Begun begun =
        uploads.begin(
            new UploadDocument.Command(
                caseId,
                request.kind(),
                request.confidentiality(),
                request.title(),
                request.happenedAt(),
                request.mediaType(),
                request.size(),
                request.sha256()),
            key);
    return begun.created().response(begun.document().version(), UploadView.of(begun.document()));
  }

  @GET
  @Path("/uploads/{id}")
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
  @Path("/uploads/{id}")
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
  @Path("/uploads/{id}/completion")
  @Performs("ADD_DOCUMENT")
  public DocumentView finish(@PathParam("id") UUID id) {
    return DocumentView.of(finishing.handle(id));
  }

  @DELETE
  @Path("/uploads/{id}")
  @Performs("ADD_DOCUMENT")
  public void discard(@PathParam("id") UUID id) {
    uploads.discard(id);
  }
}
