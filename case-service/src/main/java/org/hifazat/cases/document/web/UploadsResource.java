package org.hifazat.cases.document.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.document.UploadDocument;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** Documents that are begun, with size, type and hash. */
@Path("/v1/cases/{caseId}/uploads")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class UploadsResource {
  private final UploadDocument uploads;

  UploadsResource(UploadDocument uploads) {
    this.uploads = uploads;
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
  @Performs("VIEW_DOCUMENTS")
  public Page<UploadView> unfinished(@PathParam("caseId") UUID caseId) {
    return Page.all(uploads.unfinished(caseId).stream().map(UploadView::of).toList());
  }

  @POST
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
}
