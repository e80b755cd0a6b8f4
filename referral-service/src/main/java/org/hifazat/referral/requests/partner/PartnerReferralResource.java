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
import org.hifazat.referral.code.CodeMaps;
import org.hifazat.referral.code.ReferralCodes;
import org.hifazat.referral.requests.Chosen;
import org.hifazat.referral.requests.HandOver;
import org.hifazat.referral.requests.MoveReferral;
import org.hifazat.referral.requests.ReferralQueries;
import org.hifazat.referral.requests.ReferralStatus;
import org.hifazat.referral.requests.Side;
import org.hifazat.referral.requests.TakeReferral;
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
  private final TakeReferral taking;
  private final HandOver handing;
  private final MoveReferral moving;
  private final CodeMaps maps;
  private final Cursors cursors;

  PartnerReferralResource(
      ReferralQueries queries,
      TakeReferral taking,
      HandOver handing,
      MoveReferral moving,
      CodeMaps maps,
      Cursors cursors) {
    this.queries = queries;
    this.taking = taking;
    this.handing = handing;
    this.moving = moving;
    this.maps = maps;
    this.cursors = cursors;
  }

  public record StepRequest(@NotNull Instant happenedAt) {}

  /**
   * @param reasonCode of the list of status reasons
   * @param reason in words; needed where the code alone says too little
   */
  public record ReasonedStepRequest(
      @NotNull Instant happenedAt,
      @NotBlank @Size(max = 60) String reasonCode,
      @Nullable @Size(min = 1, max = 2000) String reason) {

    MoveReferral.Reason why(CodeMaps maps) {
      return new MoveReferral.Reason(maps.ours(ReferralCodes.STATUS_REASON, reasonCode), reason);
    }
  }

  /**
   * @param name what whoever takes it is called at the agency
   */
  public record ClaimRequest(
      @NotNull Instant happenedAt, @Nullable @Size(min = 1, max = 120) String name) {}

  public record CompletionRequest(
      @NotNull Instant happenedAt, @NotNull @Valid OutcomePart outcome) {}

  /**
   * @param attachments ids of those that were sent whole and are to go with it
   */
  public record OutcomePart(
      @NotBlank @Size(max = 60) String code,
      @Nullable @Size(min = 1, max = 4000) String text,
      @Nullable @Size(max = 10) List<@NotNull UUID> attachments) {

    MoveReferral.Outcome outcome(CodeMaps maps) {
      return new MoveReferral.Outcome(
          maps.ours(ReferralCodes.OUTCOME, code),
          text,
          attachments == null ? List.of() : attachments);
    }
  }

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
  @Path("/{id}/acknowledgement")
  @Performs("PARTNER_ANSWER_REFERRAL")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PartnerReferralView.class)))
  public Response acknowledge(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid StepRequest request) {
    return taken(id, ifMatch, TakeReferral.Act.ACKNOWLEDGE, request.happenedAt(), null);
  }

  @POST
  @Path("/{id}/claim")
  @Performs("PARTNER_ANSWER_REFERRAL")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PartnerReferralView.class)))
  public Response claim(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid ClaimRequest request) {
    return taken(id, ifMatch, TakeReferral.Act.CLAIM, request.happenedAt(), request.name());
  }

  @POST
  @Path("/{id}/release")
  @Performs("PARTNER_ANSWER_REFERRAL")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PartnerReferralView.class)))
  public Response release(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid StepRequest request) {
    return taken(id, ifMatch, TakeReferral.Act.RELEASE, request.happenedAt(), null);
  }

  /**
   * @param to whom it is meant for from now on, of the agency's own people; the queue when left out
   * @param toName what they are called at the agency; goes with to, the sender reads it
   * @param reason in words; the sender reads it
   */
  public record HandingOverRequest(
      @Nullable UUID to,
      @Nullable @Size(min = 1, max = Chosen.LENGTH) @Pattern(regexp = Chosen.NAME) String toName,
      @NotBlank @Size(min = 3, max = 1000) String reason) {}

  @POST
  @Path("/{id}/handing-over")
  @Performs("PARTNER_HAND_OVER")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PartnerReferralView.class)))
  public Response handOver(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid HandingOverRequest request) {
    return answer(
        handing.handle(
            new HandOver.Command(
                id,
                Preconditions.expected(ifMatch),
                Chosen.of(request.to(), request.toName(), "/toName"),
                request.reason().strip())));
  }

  private Response taken(
      UUID id,
      @Nullable String ifMatch,
      TakeReferral.Act act,
      Instant happenedAt,
      @Nullable String name) {
    return answer(
        taking.handle(
            new TakeReferral.Command(id, Preconditions.expected(ifMatch), act, happenedAt, name)));
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
    return step(
        id, ifMatch, ReferralStatus.REJECTED, request.happenedAt(), request.why(maps), null);
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
    return step(id, ifMatch, ReferralStatus.ON_HOLD, request.happenedAt(), request.why(maps), null);
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
    return step(
        id,
        ifMatch,
        ReferralStatus.COMPLETED,
        request.happenedAt(),
        null,
        request.outcome().outcome(maps));
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
    return step(id, ifMatch, ReferralStatus.FAILED, request.happenedAt(), request.why(maps), null);
  }

  @POST
  @Path("/{id}/cancellation")
  @Performs("PARTNER_ANSWER_REFERRAL")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PartnerReferralView.class)))
  public Response withdraw(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid ReasonedStepRequest request) {
    return step(
        id, ifMatch, ReferralStatus.CANCELLED, request.happenedAt(), request.why(maps), null);
  }

  private Response step(
      UUID id,
      @Nullable String ifMatch,
      ReferralStatus next,
      Instant happenedAt,
      MoveReferral.@Nullable Reason reason,
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
    return Response.ok(PartnerReferralView.of(whole, maps::theirs))
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
