package org.hifazat.referral.draft.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.hifazat.referral.draft.DraftState;
import org.hifazat.referral.draft.Drafts;
import org.hifazat.referral.draft.EndDraft;
import org.hifazat.referral.draft.KeepDraft;
import org.hifazat.referral.requests.ReferralQueries;
import org.hifazat.referral.requests.web.ReferralView;
import org.jspecify.annotations.Nullable;

/** Referrals that are being written. */
@Path("/v1")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReferralDraftResource {
  private final KeepDraft keeping;
  private final EndDraft ending;
  private final Drafts drafts;
  private final ReferralQueries referrals;
  private final Cursors cursors;

  ReferralDraftResource(
      KeepDraft keeping,
      EndDraft ending,
      Drafts drafts,
      ReferralQueries referrals,
      Cursors cursors) {
    this.keeping = keeping;
    this.ending = ending;
    this.drafts = drafts;
    this.referrals = referrals;
    this.cursors = cursors;
  }

  /**
   * @param authoredAt when the referral was made; the clocks run from here
   * @param preview the mark of the preview the sender looked at; needed as for a referral that is
   *     made at once
   */
  public record SendDraftRequest(
      @NotNull Instant authoredAt, @Nullable @Size(max = 64) String preview) {}

  @POST
  @Path("/cases/{caseId}/referral-drafts")
  @Performs("START_REFERRAL_DRAFT")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ReferralDraftView.class)))
  public Response startReferralDraft(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid DraftPart content) {
    KeepDraft.Begun begun = keeping.begin(caseId, content.content(), key);
    return begun.created().response(begun.draft().version(), ReferralDraftView.of(begun.draft()));
  }

  @GET
  @Path("/cases/{caseId}/referral-drafts")
  @Performs("LIST_REFERRAL_DRAFTS")
  public Page<ReferralDraftLineView> referralDraftsOfCase(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    String list = "referral-drafts-of-" + caseId;
    List<ReferralDraftLineView> rows =
        drafts.ofCase(caseId, cursors.verify(list, cursor).orElse(null), size + 1).stream()
            .map(ReferralDraftLineView::of)
            .toList();
    return Page.cut(rows, size, line -> cursors.sign(list, line.startedAt(), line.id()));
  }

  @GET
  @Path("/referral-drafts/{id}")
  @Performs("READ_REFERRAL_DRAFT")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReferralDraftView.class)))
  public Response referralDraft(@PathParam("id") UUID id) {
    return answer(drafts.find(id));
  }

  @PUT
  @Path("/referral-drafts/{id}")
  @Performs("SAVE_REFERRAL_DRAFT")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReferralDraftView.class)))
  public Response saveReferralDraft(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid DraftPart content) {
    return answer(keeping.save(id, Preconditions.expected(ifMatch), content.content()));
  }

  @DELETE
  @Path("/referral-drafts/{id}")
  @Performs("DISCARD_REFERRAL_DRAFT")
  @APIResponse(responseCode = "204")
  public Response discardReferralDraft(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    ending.discard(id, Preconditions.expected(ifMatch));
    return Response.noContent().build();
  }

  @POST
  @Path("/referral-drafts/{id}/sending")
  @Performs("SEND_REFERRAL_DRAFT")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ReferralView.class)))
  public Response sendReferralDraft(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid SendDraftRequest request) {
    Created created =
        ending.send(
            new EndDraft.Sending(
                id, Preconditions.expected(ifMatch), request.authoredAt(), request.preview()),
            key);
    ReferralQueries.Whole whole = referrals.forSender(created.id());
    return created.response(whole.referral().version(), ReferralView.of(whole));
  }

  private static Response answer(DraftState draft) {
    return Response.ok(ReferralDraftView.of(draft))
        .header(HttpHeaders.ETAG, ETags.of(draft.version()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
