package org.hifazat.cases.concern.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.hifazat.cases.concern.ConcernReportQueries;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** The reports that hang on a case: the one it was opened for, and those that joined it. */
@Path("/v1/cases/{caseId}/concern-reports")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class CaseReportResource {
  private final ConcernReportQueries queries;
  private final Cursors cursors;

  CaseReportResource(ConcernReportQueries queries, Cursors cursors) {
    this.queries = queries;
    this.cursors = cursors;
  }

  /** Oldest first. */
  @GET
  @Performs("VIEW_CASE_REPORTS")
  public Page<ConcernReportQueries.Line> list(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    String list = "case-reports:" + caseId;
    int size = Page.limit(limit);
    return Page.cut(
        queries.ofCase(caseId, cursors.verify(list, cursor).orElse(null), size + 1),
        size,
        line -> cursors.sign(list, line.receivedAt(), line.id()));
  }
}
