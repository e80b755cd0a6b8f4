package org.hifazat.cases.concern.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.concern.ConcernReportQueries;
import org.hifazat.platform.security.Performs;

/** The reports that hang on a case: the one it was opened for, and those that joined it. */
@Path("/v1/cases/{caseId}/concern-reports")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class CaseReportResource {
  private final ConcernReportQueries queries;

  CaseReportResource(ConcernReportQueries queries) {
    this.queries = queries;
  }

  /** Oldest first. */
  public record CaseReports(List<ConcernReportQueries.Line> items) {}

  @GET
  @Performs("VIEW_CASE_REPORTS")
  public CaseReports list(@PathParam("caseId") UUID caseId) {
    return new CaseReports(queries.ofCase(caseId));
  }
}
