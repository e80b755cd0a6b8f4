package org.hifazat.cases.emergency.web;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.emergency.EmergencyAccess;
import org.hifazat.cases.emergency.ReviewEmergencyAccess;
import org.hifazat.cases.emergency.TakeEmergencyAccess;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.jspecify.annotations.Nullable;

/** Reading a case that is not one's own, in an emergency. */
@Path("/v1/emergency-accesses")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EmergencyResource {
  private static final String LIST = "emergency-accesses-";

  private final TakeEmergencyAccess taking;
  private final ReviewEmergencyAccess reviewing;
  private final Cursors cursors;

  EmergencyResource(TakeEmergencyAccess taking, ReviewEmergencyAccess reviewing, Cursors cursors) {
    this.taking = taking;
    this.reviewing = reviewing;
    this.cursors = cursors;
  }

  /**
   * @param reason a code of emergency-reason
   */
  public record EmergencyRequest(
      @NotBlank @Size(max = 20) String caseNumber,
      @NotBlank @Size(max = 60) String reason,
      @NotBlank @Size(min = 10, max = 2000) String words) {}

  public record EmergencyReviewRequest(
      @NotNull Instant happenedAt,
      @NotNull @Pattern(regexp = "justified|not-justified") String verdict,
      @NotBlank @Size(min = 5, max = 2000) String words) {}

  /**
   * @param state to-review, justified or not-justified
   */
  public record EmergencyView(
      UUID id,
      UUID caseId,
      String caseNumber,
      UUID staffId,
      String reason,
      String words,
      Instant beginsAt,
      Instant endsAt,
      String state,
      @Nullable UUID reviewedBy,
      @Nullable String reviewWords,
      String etag) {
    static EmergencyView of(ReviewEmergencyAccess.Read read) {
      EmergencyAccess access = read.access();
      return new EmergencyView(
          access.id(),
          access.caseId(),
          access.caseNumber(),
          access.staffId(),
          access.reason(),
          read.words(),
          access.beginsAt(),
          access.endsAt(),
          access.state(),
          access.reviewedBy().orElse(null),
          read.reviewWords(),
          ETags.of(access.version()));
    }
  }

  @GET
  @Performs("LIST_EMERGENCY_ACCESSES")
  public Page<EmergencyView> list(
      @QueryParam("state") @Nullable String state,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    ReviewEmergencyAccess.Reviewed reviewed =
        switch (state == null ? "to-review" : state) {
          case "to-review" -> ReviewEmergencyAccess.Reviewed.NOT_YET;
          case "reviewed" -> ReviewEmergencyAccess.Reviewed.DONE;
          default ->
              throw new ProblemException(
                  CommonProblem.INVALID_VALUE, new Violation("/state", "unknown"));
        };
    int size = Page.limit(limit);
    String name = LIST + reviewed;
    List<EmergencyView> rows =
        reviewing.page(reviewed, cursors.verify(name, cursor).orElse(null), size + 1).stream()
            .map(EmergencyView::of)
            .toList();
    return Page.cut(rows, size, line -> cursors.sign(name, line.beginsAt(), line.id()));
  }

  @GET
  @Path("/{id}")
  @Performs("LIST_EMERGENCY_ACCESSES")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EmergencyView.class)))
  public Response one(@PathParam("id") UUID id) {
    EmergencyView view = EmergencyView.of(reviewing.one(id));
    return Response.ok(view).header(HttpHeaders.ETAG, view.etag()).build();
  }

  @POST
  @Performs("TAKE_EMERGENCY_ACCESS")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = EmergencyView.class)))
  public Response take(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid EmergencyRequest request) {
    TakeEmergencyAccess.Taken taken =
        taking.handle(
            new TakeEmergencyAccess.Command(
                request.caseNumber(), request.reason(), request.words()),
            key);
    return taken
        .created()
        .response(taken.access().version(), EmergencyView.of(reviewing.read(taken.access().id())));
  }

  @POST
  @Path("/{id}/review")
  @Performs("REVIEW_EMERGENCY_ACCESS")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EmergencyView.class)))
  public Response review(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid EmergencyReviewRequest request) {
    EmergencyAccess reviewed =
        reviewing.handle(
            new ReviewEmergencyAccess.Command(
                id,
                Preconditions.expected(ifMatch),
                request.verdict().equals("justified"),
                request.happenedAt(),
                request.words()));
    EmergencyView view = EmergencyView.of(reviewing.read(reviewed.id()));
    return Response.ok(view).header(HttpHeaders.ETAG, view.etag()).build();
  }
}
