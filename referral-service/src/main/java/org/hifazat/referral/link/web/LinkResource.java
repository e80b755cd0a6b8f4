package org.hifazat.referral.link.web;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.code.ReferralCodes;
import org.hifazat.referral.code.web.ReferralCodeResource;
import org.hifazat.referral.link.EndLink;
import org.hifazat.referral.link.LinkQueries;
import org.hifazat.referral.link.OpenLink;
import org.hifazat.referral.link.SecureLink;
import org.hifazat.referral.link.WriteFromLink;
import org.hifazat.referral.requests.MoveReferral;
import org.hifazat.referral.requests.ReferralQueries;
import org.hifazat.referral.requests.ReferralStatus;
import org.hifazat.referral.requests.Side;
import org.jspecify.annotations.Nullable;

/**
 * What whoever has a link can do with it, without an account: open it with its code, read the one
 * referral, answer it, write once. Nothing is opened by a GET, so programs that look at links in
 * messages open nothing.
 */
@Path("/link/v1")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LinkResource {
  /** Between this service and the gateway, which makes a cookie of it. */
  static final String SESSION = "Hifazat-Link-Session";

  private final OpenLink opening;
  private final EndLink ending;
  private final LinkQueries links;
  private final ReferralQueries referrals;
  private final MoveReferral moving;
  private final WriteFromLink writing;
  private final ReferralCodes codes;
  private final Clock clock;

  LinkResource(
      OpenLink opening,
      EndLink ending,
      LinkQueries links,
      ReferralQueries referrals,
      MoveReferral moving,
      WriteFromLink writing,
      ReferralCodes codes,
      Clock clock) {
    this.opening = opening;
    this.ending = ending;
    this.links = links;
    this.referrals = referrals;
    this.moving = moving;
    this.writing = writing;
    this.codes = codes;
    this.clock = clock;
  }

  /**
   * @param token what stands behind {@code #} in the link
   * @param code eight digits
   */
  public record OpenLinkRequest(
      @NotBlank @Size(max = 100) String token,
      @NotBlank @Pattern(regexp = "[0-9]{8}") String code) {}

  /**
   * @param sessionUntil until when the referral can be read and answered in this browser
   */
  public record OpenedLinkView(Instant sessionUntil) {}

  public record LinkReasonRequest(
      @NotBlank @Size(max = 60) String reasonCode,
      @Nullable @Size(min = 1, max = 2000) String reason) {}

  public record LinkOutcomeRequest(
      @NotBlank @Size(max = 60) String code, @Nullable @Size(min = 1, max = 4000) String text) {}

  public record LinkMessageRequest(@NotBlank @Size(max = 4000) String text) {}

  @POST
  @Path("/openings")
  @Performs("OPEN_LINK")
  @APIResponse(
      responseCode = "200",
      headers =
          @Header(
              name = SESSION,
              description =
                  "Session and its seconds; the gateway makes a cookie of it and hands out no"
                      + " header."),
      content = @Content(schema = @Schema(implementation = OpenedLinkView.class)))
  public Response openLink(@NotNull @Valid OpenLinkRequest request) {
    return switch (opening.handle(request.token(), request.code())) {
      case OpenLink.Result.Opened(String token, Instant until) ->
          Response.ok(new OpenedLinkView(until))
              .header(SESSION, token + ";" + Duration.between(clock.instant(), until).toSeconds())
              .build();
      case OpenLink.Result.WrongCode(int left) ->
          throw new ProblemException(
              ReferralProblem.CODE_WRONG, new Violation("/code", "attempts-left-" + left));
      case OpenLink.Result.NotOpen() -> throw new ProblemException(ReferralProblem.LINK_NOT_OPEN);
    };
  }

  @GET
  @Path("/referral")
  @Performs("LINK_VIEW_REFERRAL")
  @APIResponse(responseCode = "404", ref = "Problem404")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LinkReferralView.class)))
  public Response linkedReferral() {
    return answer();
  }

  @GET
  @Path("/referral-codes")
  @Performs("LIST_REFERRAL_CODES")
  public ReferralCodeResource.CodeList linkedReferralCodes() {
    return new ReferralCodeResource.CodeList(codes.today());
  }

  @POST
  @Path("/referral/acceptance")
  @Performs("LINK_ANSWER_REFERRAL")
  @APIResponse(responseCode = "404", ref = "Problem404")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LinkReferralView.class)))
  public Response acceptByLink(@HeaderParam("If-Match") @Nullable String ifMatch) {
    return step(ifMatch, ReferralStatus.ACCEPTED, null, null);
  }

  @POST
  @Path("/referral/rejection")
  @Performs("LINK_ANSWER_REFERRAL")
  @APIResponse(responseCode = "404", ref = "Problem404")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LinkReferralView.class)))
  public Response rejectByLink(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid LinkReasonRequest request) {
    return step(ifMatch, ReferralStatus.REJECTED, why(request), null);
  }

  @POST
  @Path("/referral/completion")
  @Performs("LINK_ANSWER_REFERRAL")
  @APIResponse(responseCode = "404", ref = "Problem404")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LinkReferralView.class)))
  public Response completeByLink(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid LinkOutcomeRequest request) {
    return step(
        ifMatch,
        ReferralStatus.COMPLETED,
        null,
        new MoveReferral.Outcome(request.code(), request.text(), List.of()));
  }

  @POST
  @Path("/referral/failure")
  @Performs("LINK_ANSWER_REFERRAL")
  @APIResponse(responseCode = "404", ref = "Problem404")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LinkReferralView.class)))
  public Response failByLink(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid LinkReasonRequest request) {
    return step(ifMatch, ReferralStatus.FAILED, why(request), null);
  }

  @POST
  @Path("/referral/message")
  @Performs("LINK_WRITE")
  @APIResponse(responseCode = "204", description = "The sender reads it.")
  public void writeByLink(@NotNull @Valid LinkMessageRequest request) {
    writing.handle(request.text());
  }

  @POST
  @Path("/closing")
  @Performs("LINK_CLOSE")
  @APIResponse(responseCode = "204", description = "Closed; the cookie is forgotten.")
  public Response closeLink() {
    ending.close();
    return Response.noContent().header(SESSION, ";0").build();
  }

  private static MoveReferral.Reason why(LinkReasonRequest request) {
    return new MoveReferral.Reason(request.reasonCode(), request.reason());
  }

  /** It happens when it is told: whoever has a link looks at no calendar of ours. */
  private Response step(
      @Nullable String ifMatch,
      ReferralStatus next,
      MoveReferral.@Nullable Reason reason,
      MoveReferral.@Nullable Outcome outcome) {
    UUID referral = links.mine().referralId();
    moving.handle(
        new MoveReferral.Command(
            referral, Preconditions.expected(ifMatch), next, Side.TARGET, null, reason, outcome));
    return answer();
  }

  private Response answer() {
    SecureLink link = links.mine();
    ReferralQueries.Whole whole = referrals.forLink(link.referralId());
    return Response.ok(LinkReferralView.of(whole, link))
        .header(HttpHeaders.ETAG, ETags.of(whole.referral().version()))
        .build();
  }
}
