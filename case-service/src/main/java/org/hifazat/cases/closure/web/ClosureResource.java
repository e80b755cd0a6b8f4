package org.hifazat.cases.closure.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.closure.ProposeClosure;
import org.hifazat.cases.closure.ReopenCase;
import org.hifazat.cases.lifecycle.web.CaseStepView;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** How a case ends and begins again. */
@Path("/v1/cases/{caseId}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ClosureResource {
  private final ProposeClosure proposing;
  private final ReopenCase reopening;
  private final EpisodePages pages;

  ClosureResource(ProposeClosure proposing, ReopenCase reopening, EpisodePages pages) {
    this.proposing = proposing;
    this.reopening = reopening;
    this.pages = pages;
  }

  /**
   * @param reason a code that GET /v1/closure-reasons gives
   * @param summary why, in words
   * @param childNotInformed why the child was not told, where it was not
   * @param review of the critical incident, where the reason asks for it
   */
  public record ClosureRequest(
      @NotNull Instant happenedAt,
      @NotBlank @Size(max = 60) String reason,
      @NotBlank @Size(min = 10, max = 4000) String summary,
      @Nullable @Pattern(regexp = "met|partly-met|not-met") String goals,
      @NotNull Boolean childInformed,
      @Nullable @Pattern(regexp = "too-young|not-found|danger|child-died") String childNotInformed,
      @NotNull Boolean caregiverInformed,
      @Nullable @Size(min = 1, max = 1000) String contact,
      @Nullable @Valid IncidentReviewRequest review) {}

  /** Who led the review of a critical incident, when, and what it found. */
  public record IncidentReviewRequest(
      @NotNull LocalDate heldOn,
      @NotBlank @Size(max = 200) String ledBy,
      @NotBlank @Size(min = 10, max = 4000) String finding) {}

  /**
   * @param reason a code of reopening-reason
   * @param explanation why, in words
   */
  public record ReopeningRequest(
      @NotNull Instant happenedAt,
      @NotBlank @Size(max = 60) String reason,
      @NotBlank @Size(min = 10, max = 4000) String explanation) {}

  @POST
  @Path("/closures")
  @Performs("PROPOSE_CLOSURE")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ProposedClosureView.class)))
  public Response propose(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid ClosureRequest request) {
    ProposeClosure.Proposed proposed =
        proposing.handle(
            new ProposeClosure.Command(
                caseId,
                request.happenedAt(),
                request.reason(),
                request.summary(),
                request.goals(),
                request.childInformed(),
                request.childNotInformed(),
                request.caregiverInformed(),
                request.contact(),
                Optional.ofNullable(request.review())
                    .map(
                        review ->
                            new ProposeClosure.Review(
                                review.heldOn(), review.ledBy(), review.finding()))),
            key);
    return proposed
        .created()
        .response(
            proposed.closure().version(),
            new ProposedClosureView(
                proposed.closure().id(),
                caseId,
                proposed.closure().reason(),
                proposed.closure().state()));
  }

  /** What was proposed; its words are with the episodes. */
  public record ProposedClosureView(UUID id, UUID caseId, String reason, String state) {}

  @POST
  @Path("/reopening")
  @Performs("REOPEN_CASE")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CaseStepView.class)))
  public Response reopen(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid ReopeningRequest request) {
    return CaseStepView.response(
        reopening.handle(
            new ReopenCase.Command(
                caseId,
                Preconditions.expected(ifMatch),
                request.happenedAt(),
                request.reason(),
                request.explanation())));
  }

  @GET
  @Path("/episodes")
  @Performs("VIEW_STANDING")
  public EpisodesView episodes(@PathParam("caseId") UUID caseId) {
    return pages.all(caseId);
  }

  /** How it ended, the newest first. */
  @GET
  @Path("/closures")
  @Performs("VIEW_STANDING")
  public Page<EpisodesView.ClosureView> closures(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return pages.closures(caseId, cursor, limit);
  }

  /** How it began again, the newest first. */
  @GET
  @Path("/reopenings")
  @Performs("VIEW_STANDING")
  public Page<EpisodesView.ReopeningView> reopenings(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return pages.reopenings(caseId, cursor, limit);
  }
}
