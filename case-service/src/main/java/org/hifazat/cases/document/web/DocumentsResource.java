package org.hifazat.cases.document.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.document.Documents;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** Documents of a case. */
@Path("/v1/cases/{caseId}/documents")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class DocumentsResource {
  private static final String LIST = "documents";

  private final Documents documents;
  private final Cursors cursors;

  DocumentsResource(Documents documents, Cursors cursors) {
    this.documents = documents;
    this.cursors = cursors;
  }

  @GET
  @Performs("VIEW_DOCUMENTS")
  public Page<DocumentView> list(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    List<DocumentView> rows =
        documents.page(caseId, cursors.verify(LIST, cursor).orElse(null), size + 1).stream()
            .map(DocumentView::of)
            .toList();
    return Page.cut(rows, size, row -> cursors.sign(LIST, row.happenedAt(), row.id()));
  }
}
