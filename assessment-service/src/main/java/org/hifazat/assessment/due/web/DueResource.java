package org.hifazat.assessment.due.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.hifazat.assessment.due.DueAssessment;
import org.hifazat.assessment.due.DueQueries;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.ProblemException;

/** Assessments that are due. */
@Path("/v1")
@Authenticated
public class DueResource {

  private final DueQueries queries;

  DueResource(DueQueries queries) {
    this.queries = queries;
  }

  /** What is due in a case and why, the most urgent first. */
  @GET
  @Path("/cases/{caseId}/due-assessments")
  @Performs("LIST_DUE_ASSESSMENTS")
  public Page<DueAssessment> listDueAssessments(@PathParam("caseId") UUID caseId) {
    return queries
        .ofCase(caseId)
        .map(Page::all)
        .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
  }
}
