package org.hifazat.referral.feedback.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Created;
import org.hifazat.referral.feedback.Feedback;
import org.hifazat.referral.feedback.FeedbackQueries;
import org.hifazat.referral.feedback.RecordFeedback;
import org.hifazat.referral.feedback.WithdrawFeedback;
import org.jspecify.annotations.Nullable;

/** What those concerned say of a service, for the sender of the referral. */
@Path("/v1/referrals/{id}/feedback")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FeedbackResource {
  private final RecordFeedback recording;
  private final WithdrawFeedback withdrawing;
  private final FeedbackQueries queries;

  FeedbackResource(
      RecordFeedback recording, WithdrawFeedback withdrawing, FeedbackQueries queries) {
    this.recording = recording;
    this.withdrawing = withdrawing;
    this.queries = queries;
  }

  public record FeedbackRequest(
      @NotNull @Pattern(regexp = "child|caregiver") String speaker,
      @NotNull @Pattern(regexp = "in-person|phone|pictures|writing") String howAsked,
      @NotNull Boolean askedAlone,
      @NotNull @Min(1) @Max(5) Integer rating,
      @Nullable @Size(min = 1, max = 4000) String words,
      @NotNull Boolean agencyMayKnow,
      @NotNull Boolean concern,
      @NotNull Instant happenedAt) {}

  public record RecordedView(UUID id) {}

  /**
   * @param concern it is found to say that somebody was harmed or badly treated there
   */
  public record FeedbackWithdrawalRequest(@NotNull Boolean concern) {}

  @GET
  @Performs("LIST_FEEDBACK")
  public FeedbackView.FeedbackList feedback(@PathParam("id") UUID id) {
    return new FeedbackView.FeedbackList(
        queries.scale(), queries.forSender(id).stream().map(FeedbackView::of).toList());
  }

  @POST
  @Performs("RECORD_FEEDBACK")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = RecordedView.class)))
  public Response recordFeedback(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @NotNull @Valid FeedbackRequest request) {
    Created created =
        recording.handle(
            new RecordFeedback.Command(
                id,
                new Feedback.Said(
                    request.speaker(),
                    request.howAsked(),
                    request.askedAlone(),
                    request.rating(),
                    request.agencyMayKnow(),
                    request.concern(),
                    request.happenedAt().truncatedTo(ChronoUnit.MICROS)),
                request.words()),
            idempotencyKey);
    return Response.created(created.location()).entity(new RecordedView(created.id())).build();
  }

  @POST
  @Path("/{feedback}/release")
  @Performs("RELEASE_FEEDBACK")
  @APIResponse(responseCode = "204", description = "The agency reads it from now on.")
  public void releaseFeedback(@PathParam("id") UUID id, @PathParam("feedback") UUID feedback) {
    recording.release(id, feedback);
  }

  @POST
  @Path("/{feedback}/withdrawal")
  @Performs("WITHDRAW_FEEDBACK")
  @APIResponse(responseCode = "204", description = "The agency reads it no more, for good.")
  public void withdrawFeedback(
      @PathParam("id") UUID id,
      @PathParam("feedback") UUID feedback,
      @NotNull @Valid FeedbackWithdrawalRequest request) {
    withdrawing.handle(id, feedback, request.concern());
  }
}
