package org.hifazat.referral.requests.partner;

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
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.hifazat.referral.requests.MoveReferral;
import org.hifazat.referral.requests.ReferralQueries;
import org.hifazat.referral.requests.ReferralStatus;
import org.hifazat.referral.requests.Side;
import org.jspecify.annotations.Nullable;

/** Referrals, from the side of the agency they are addressed to. */
@Path("/partner/v1/referrals")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PartnerReferralResource {
  private static final String LIST = "partner-referrals";

  /** What the database can compare with. */
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  private final ReferralQueries queries;
  private final MoveReferral moving;
  private final Cursors cursors;

  PartnerReferralResource(ReferralQueries queries, MoveReferral moving, Cursors cursors) {
    this.queries = queries;
    this.moving = moving;
    this.cursors = cursors;
  }

  public record StepRequest(@NotNull Instant happenedAt) {}

  public record ReasonedStepRequest(
      @NotNull Instant happenedAt, @NotBlank @Size(max = 2000) String reason) {}

  public record CompletionRequest(
      @NotNull Instant happenedAt, @NotNull @Valid OutcomePart outcome) {}

  public record OutcomePart(
      @NotNull @Pattern(regexp = "provided|partly-provided|not-provided") String code,
      @Nullable @Size(min = 1, max = 4000) String text) {}

  @GET
  @Performs("PARTNER_LIST_REFERRALS")
  public Page<PartnerReferralView.Line> list(
      @QueryParam("updatedSince") @Nullable String updatedSince,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    List<PartnerReferralView.Line> rows =
        queries
            .changedSince(
                instant(updatedSince), cursors.verify(LIST, cursor).orElse(null), size + 1)
            .stream()
            .map(PartnerReferralView.Line::of)
            .toList();
    return Page.cut(rows, size, line -> cursors.sign(LIST, line.lastModified(), line.id()));
  }

  @GET
  @Path("/{id}")
  @Performs("PARTNER_VIEW_REFERRAL")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PartnerReferralView.class)))
  public Response one(@PathParam("id") UUID id) {
    return answer(id);
  }

  @POST
  @Path("/{id}/acceptance")
  @Performs("PARTNER_ANSWER_REFERRAL")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PartnerReferralView.class)))
  public Response accept(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid StepRequest request) {
    return step(id, ifMatch, ReferralStatus.ACCEPTED, request.happenedAt(), null, null);
  }

  @POST
  @Path("/{id}/rejection")
  @Performs("PARTNER_ANSWER_REFERRAL")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PartnerReferralView.class)))
  public Response reject(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid ReasonedStepRequest request) {
    return step(id, ifMatch, ReferralStatus.REJECTED, request.happenedAt(), request.reason(), null);
  }

  @POST
  @Path("/{id}/start")
  @Performs("PARTNER_ANSWER_REFERRAL")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PartnerReferralView.class)))
  public Response start(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid StepRequest request) {
    return step(id, ifMatch, ReferralStatus.IN_PROGRESS, request.happenedAt(), null, null);
  }

  @POST
  @Path("/{id}/hold")
  @Performs("PARTNER_ANSWER_REFERRAL")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PartnerReferralView.class)))
  public Response hold(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid ReasonedStepRequest request) {
    return step(id, ifMatch, ReferralStatus.ON_HOLD, request.happenedAt(), request.reason(), null);
  }

  @POST
  @Path("/{id}/completion")
  @Performs("PARTNER_ANSWER_REFERRAL")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PartnerReferralView.class)))
  public Response complete(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid CompletionRequest request) {
    MoveReferral.Outcome outcome =
        new MoveReferral.Outcome(request.outcome().code(), request.outcome().text());
    return step(id, ifMatch, ReferralStatus.COMPLETED, request.happenedAt(), null, outcome);
  }

  @POST
  @Path("/{id}/failure")
  @Performs("PARTNER_ANSWER_REFERRAL")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PartnerReferralView.class)))
  public Response fail(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid ReasonedStepRequest request) {
    return step(id, ifMatch, ReferralStatus.FAILED, request.happenedAt(), request.reason(), null);
  }

  private Response step(
      UUID id,
      @Nullable String ifMatch,
      ReferralStatus next,
      Instant happenedAt,
      @Nullable String reason,
      MoveReferral.@Nullable Outcome outcome) {
    return answer(
        moving.handle(
            new MoveReferral.Command(
                id,
                Preconditions.expected(ifMatch),
                next,
                Side.TARGET,
                happenedAt,
                reason,
                outcome)));
  }

  private Response answer(UUID id) {
    ReferralQueries.Whole whole = queries.forAgency(id);
    return Response.ok(PartnerReferralView.of(whole))
        .header(HttpHeaders.ETAG, ETags.of(whole.referral().version()))
        .build();
  }

  private static @Nullable Instant instant(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      Instant instant = Instant.parse(text);
      if (!instant.isBefore(FIRST) && instant.isBefore(LAST)) {
        return instant;
      }
    } catch (DateTimeParseException malformed) {
      // refused below
    }
    throw new ProblemException(
        CommonProblem.INVALID_VALUE, new Violation("/updatedSince", "instant"));
  }
}
