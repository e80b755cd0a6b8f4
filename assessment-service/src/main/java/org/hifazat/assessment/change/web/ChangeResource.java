package org.hifazat.assessment.change.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.hifazat.assessment.change.AssessmentChanges;
import org.hifazat.assessment.change.ChangeQueries;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;

/** Change over time. */
@Path("/v1")
@Authenticated
public class ChangeResource {

  private final ChangeQueries queries;

  ChangeResource(ChangeQueries queries) {
    this.queries = queries;
  }

  /**
   * Results of the same instrument beside each other, and whether they differ by more than chance.
   */
  @GET
  @Path("/cases/{caseId}/assessment-changes")
  @Performs("VIEW_ASSESSMENT_CHANGES")
  public AssessmentChanges getAssessmentChanges(@PathParam("caseId") UUID caseId) {
    return queries.ofCase(caseId).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
  }
}
