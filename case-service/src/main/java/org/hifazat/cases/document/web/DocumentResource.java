package org.hifazat.cases.document.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.document.Documents;
import org.hifazat.cases.document.RemoveDocument;
import org.hifazat.platform.security.Performs;

/** One document. */
@Path("/v1/documents/{id}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class DocumentResource {
  private final Documents documents;
  private final RemoveDocument removing;

  DocumentResource(Documents documents, RemoveDocument removing) {
    this.documents = documents;
    this.removing = removing;
  }

  /**
   * @param reason a code of the list document-removal-reason
   */
  public record RemovalRequest(@NotNull @Pattern(regexp = "[a-z0-9-]{1,64}") String reason) {}

  /** The content goes for good; that there was a document, and its hash, stays. */
  @POST
  @Path("/removal")
  @Performs("REMOVE_DOCUMENT")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DocumentView.class)))
  public DocumentView remove(@PathParam("id") UUID id, @NotNull @Valid RemovalRequest request) {
    return DocumentView.of(removing.handle(id, request.reason()));
  }

  /** To be saved and not shown: no browser takes it for a page of this address. */
  @GET
  @Path("/content")
  @Produces(MediaType.WILDCARD)
  @Performs("VIEW_DOCUMENTS")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.WILDCARD,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response content(@PathParam("id") UUID id) {
    Documents.Content content = documents.content(id);
    StreamingOutput stream = out -> documents.write(content, out);
    return Response.ok(stream, content.kind().mediaType())
        .header(HttpHeaders.CONTENT_LENGTH, content.size())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"document-%s.%s\""
                .formatted(id.toString().substring(24), content.kind().extension()))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
