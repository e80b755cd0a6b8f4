package org.hifazat.cases.document.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
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
import org.hifazat.platform.security.Performs;

/** One document. */
@Path("/v1/documents/{id}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class DocumentResource {
  private final Documents documents;

  DocumentResource(Documents documents) {
    this.documents = documents;
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
