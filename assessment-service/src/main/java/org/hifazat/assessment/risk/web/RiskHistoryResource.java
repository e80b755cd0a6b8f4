package org.hifazat.assessment.risk.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.hifazat.assessment.risk.RiskHistory;
import org.hifazat.assessment.risk.RiskQueries;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;

/** How the risk of a case came about. */
@Path("/v1")
@Authenticated
public class RiskHistoryResource {

  private final RiskQueries queries;

  RiskHistoryResource(RiskQueries queries) {
    this.queries = queries;
  }

  /** Every level the case was given, and every assessment of its risk: who, when, from what. */
  @GET
  @Path("/cases/{caseId}/risk-history")
  @Performs("VIEW_RISK_HISTORY")
  public RiskHistory getRiskHistory(@PathParam("caseId") UUID caseId) {
    return queries.ofCase(caseId).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
  }
}
