package org.hifazat.referral.requests.web;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.referral.requests.CloseLoop;
import org.hifazat.referral.requests.MakeReferral;
import org.hifazat.referral.requests.MoveReferral;
import org.hifazat.referral.requests.Packet;
import org.hifazat.referral.requests.PreviewReferral;
import org.hifazat.referral.requests.ReferralQueries;
import org.hifazat.referral.requests.ReferralStatus;
import org.hifazat.referral.requests.Side;
import org.hifazat.referral.requests.WhereTo;
import org.jspecify.annotations.Nullable;

/** Referrals, from the sender's side. */
@Path("/v1")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReferralResource {
  private final PreviewReferral previewing;
  private final MakeReferral making;
  private final MoveReferral moving;
  private final CloseLoop closing;
  private final ReferralQueries queries;
  private final Cursors cursors;

  ReferralResource(
      PreviewReferral previewing,
      MakeReferral making,
      MoveReferral moving,
      CloseLoop closing,
      ReferralQueries queries,
      Cursors cursors) {
    this.previewing = previewing;
    this.making = making;
    this.moving = moving;
    this.closing = closing;
    this.queries = queries;
    this.cursors = cursors;
  }

  /**
   * @param happenedAt now when left out
   * @param reasonCode of the list of status reasons
   * @param reason in words; needed where the code alone says too little
   */
  public record CallingOffRequest(
      @Nullable Instant happenedAt,
      @NotBlank @Size(max = 60) String reasonCode,
      @Nullable @Size(min = 1, max = 2000) String reason) {}

  /**
   * @param serviceId of the directory; or
   * @param recipientId outside it, whom a consent of the case names
   */
  public record PreviewRequest(
      @NotNull UUID caseId,
      @Nullable UUID serviceId,
      @Nullable UUID recipientId,
      @NotNull @Valid PacketPart packet) {}

  /**
   * @param packet exactly what the agency reads
   * @param preview goes with the referral, to show that this is what was looked at
   * @param exceptions kinds of item in it that such a service does not get as a rule
   * @param sharing consent, override, or none: then it cannot be sent
   */
  public record PreviewView(
      @Nullable UUID agencyId,
      @Nullable UUID recipientId,
      String category,
      Packet packet,
      String preview,
      List<String> exceptions,
      String sharing) {

    static PreviewView of(PreviewReferral.Preview preview) {
      return new PreviewView(
          preview.recipient().agency().orElse(null),
          preview.recipient().outside().orElse(null),
          preview.category(),
          preview.packet(),
          preview.mark(),
          preview.exceptions(),
          preview
              .basis()
              .map(basis -> basis.overrideCode() == null ? "consent" : "override")
              .orElse("none"));
    }
  }

  public record LoopClosureRequest(
      @NotNull Instant happenedAt, @Nullable @Size(min = 1, max = 2000) String note) {}

  @POST
  @Path("/referrals")
  @Performs("MAKE_REFERRAL")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ReferralView.class)))
  @APIResponse(responseCode = "404", ref = "Problem404")
  public Response make(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid MakeReferralRequest request) {
    Created created = making.handle(request.command(), key);
    ReferralQueries.Whole whole = queries.forSender(created.id());
    return created.response(whole.referral().version(), ReferralView.of(whole));
  }

  @POST
  @Path("/referral-previews")
  @Performs("PREVIEW_REFERRAL")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PreviewView.class)))
  @APIResponse(responseCode = "404", ref = "Problem404")
  public PreviewView preview(@NotNull @Valid PreviewRequest request) {
    return PreviewView.of(
        previewing.handle(
            new PreviewReferral.Command(
                request.caseId(),
                WhereTo.of(request.serviceId(), request.recipientId()),
                request.packet().draft())));
  }

  @GET
  @Path("/cases/{caseId}/referrals")
  @Performs("LIST_REFERRALS_OF_CASE")
  public Page<ReferralLineView> ofCase(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = limit == null ? Page.MAX_LIMIT : Page.limit(limit);
    String list = "referrals-of-" + caseId;
    List<ReferralLineView> rows =
        queries.ofCase(caseId, cursors.verify(list, cursor).orElse(null), size + 1).stream()
            .map(ReferralLineView::of)
            .toList();
    return Page.cut(rows, size, line -> cursors.sign(list, line.authoredAt(), line.id()));
  }

  @GET
  @Path("/referrals/{id}")
  @Performs("VIEW_REFERRAL")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReferralView.class)))
  public Response view(@PathParam("id") UUID id) {
    return answer(id);
  }

  @POST
  @Path("/referrals/{id}/cancellation")
  @Performs("CANCEL_REFERRAL")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReferralView.class)))
  public Response cancel(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid CallingOffRequest request) {
    return calledOff(id, ifMatch, ReferralStatus.CANCELLED, request);
  }

  @POST
  @Path("/referrals/{id}/entered-in-error")
  @Performs("MARK_IN_ERROR")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReferralView.class)))
  public Response markInError(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid CallingOffRequest request) {
    return calledOff(id, ifMatch, ReferralStatus.ENTERED_IN_ERROR, request);
  }

  private Response calledOff(
      UUID id, @Nullable String ifMatch, ReferralStatus next, CallingOffRequest request) {
    return answer(
        moving.handle(
            new MoveReferral.Command(
                id,
                Preconditions.expected(ifMatch),
                next,
                Side.REQUESTER,
                request.happenedAt(),
                new MoveReferral.Reason(request.reasonCode(), request.reason()),
                null)));
  }

  @POST
  @Path("/referrals/{id}/loop-closure")
  @Performs("CLOSE_LOOP")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReferralView.class)))
  public Response closeLoop(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid LoopClosureRequest request) {
    return answer(
        closing.handle(
            new CloseLoop.Command(
                id, Preconditions.expected(ifMatch), request.happenedAt(), request.note())));
  }

  private Response answer(UUID id) {
    ReferralQueries.Whole whole = queries.forSender(id);
    return Response.ok(ReferralView.of(whole))
        .header(HttpHeaders.ETAG, ETags.of(whole.referral().version()))
        .build();
  }
}
