package org.hifazat.referral.feedback.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.hifazat.platform.security.Performs;
import org.hifazat.referral.feedback.FeedbackQueries;

/** What was released of it, for the agency. */
@Path("/partner/v1/referrals/{id}/feedback")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class PartnerFeedbackResource {
  private final FeedbackQueries queries;

  PartnerFeedbackResource(FeedbackQueries queries) {
    this.queries = queries;
  }

  @GET
  @Performs("PARTNER_READ_FEEDBACK")
  public FeedbackView.ReleasedFeedbackList releasedFeedback(@PathParam("id") UUID id) {
    return new FeedbackView.ReleasedFeedbackList(
        queries.scale(),
        queries.forAgency(id).stream().map(FeedbackView.ReleasedFeedback::of).toList());
  }
}
