package org.hifazat.cases.followup.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.followup.CaseReviews;
import org.hifazat.cases.followup.RecordReview;
import org.hifazat.cases.followup.ReviewContent;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** Reviews of a case. They are added and never changed. */
@Path("/v1/cases/{caseId}/reviews")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReviewResource {
  private static final String LIST = "reviews";

  private final RecordReview recording;
  private final CaseReviews reviews;
  private final Cursors cursors;

  ReviewResource(RecordReview recording, CaseReviews reviews, Cursors cursors) {
    this.recording = recording;
    this.reviews = reviews;
    this.cursors = cursors;
  }

  /**
   * @param decision a code of list review-decision
   * @param nextReviewOn no later than the policy asks; left out for the policy's day
   */
  public record ReviewRequest(
      @NotNull @Size(min = 1, max = 40) String decision,
      @NotBlank @Size(max = 4000) String findings,
      @Nullable @Size(min = 1, max = 2000) String childSays,
      @Nullable @Size(min = 1, max = 2000) String caregiverSays,
      @NotNull Instant happenedAt,
      @Nullable LocalDate nextReviewOn) {}

  /**
   * @param planId the plan in force then
   */
  public record ReviewView(
      UUID id,
      @Nullable UUID planId,
      String decision,
      String findings,
      @Nullable String childSays,
      @Nullable String caregiverSays,
      Instant happenedAt,
      @Nullable LocalDate nextReviewOn,
      UUID recordedBy,
      Instant recordedAt) {

    static ReviewView of(CaseReviews.Whole whole) {
      return new ReviewView(
          whole.review().id(),
          whole.review().planId().orElse(null),
          whole.review().decision(),
          whole.content().findings(),
          whole.content().childSays(),
          whole.content().caregiverSays(),
          whole.review().happenedAt(),
          whole.review().nextReviewOn().orElse(null),
          whole.review().recordedBy(),
          whole.review().recordedAt());
    }
  }

  @GET
  @Performs("VIEW_CASEWORK")
  public Page<ReviewView> list(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    List<ReviewView> rows =
        reviews.page(caseId, cursors.verify(LIST, cursor).orElse(null), size + 1).stream()
            .map(ReviewView::of)
            .toList();
    return Page.cut(rows, size, row -> cursors.sign(LIST, row.happenedAt(), row.id()));
  }

  @POST
  @Performs("RECORD_CASE_REVIEW")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ReviewView.class)))
  public Response record(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid ReviewRequest request) {
    RecordReview.Recorded recorded =
        recording.handle(
            new RecordReview.Command(
                caseId,
                request.decision(),
                new ReviewContent(request.findings(), request.childSays(), request.caregiverSays()),
                request.happenedAt(),
                request.nextReviewOn()),
            key);
    return recorded.created().response(0, ReviewView.of(recorded.whole()));
  }
}
