package org.hifazat.referral.link.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.platform.security.Performs;
import org.hifazat.referral.link.EndLink;
import org.hifazat.referral.link.LinkQueries;
import org.hifazat.referral.link.MakeLink;
import org.jspecify.annotations.Nullable;

/** Links to a referral, for its sender. */
@Path("/v1/referrals/{id}/links")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReferralLinkResource {
  private final MakeLink making;
  private final EndLink ending;
  private final LinkQueries queries;

  ReferralLinkResource(MakeLink making, EndLink ending, LinkQueries queries) {
    this.making = making;
    this.ending = ending;
    this.queries = queries;
  }

  /**
   * @param recipient whom it is for
   * @param validHours how long it waits to be opened; 72 when absent
   */
  public record MakeLinkRequest(
      @Nullable @Size(min = 1, max = 120) String recipient,
      @Nullable @Min(1) @Max(336) Integer validHours) {}

  /**
   * A link that was just made.
   *
   * @param url to hand to the recipient; absent when this answers a repeated request, since nobody
   *     can be told again
   * @param code eight digits, to be told by another way than the link; absent with url
   */
  public record MadeLinkView(UUID id, @Nullable String url, @Nullable String code) {}

  @GET
  @Performs("LIST_LINKS")
  public LinkView.ListView links(@PathParam("id") UUID id) {
    return new LinkView.ListView(queries.ofReferral(id).stream().map(LinkView::of).toList());
  }

  @POST
  @Performs("MAKE_LINK")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = MadeLinkView.class)))
  public Response makeLink(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @NotNull @Valid MakeLinkRequest request) {
    MakeLink.Made made =
        making.handle(
            new MakeLink.Command(id, request.recipient(), request.validHours()), idempotencyKey);
    MakeLink.Shown shown = made.shown();
    return Response.created(made.created().location())
        .entity(
            new MadeLinkView(
                made.created().id(),
                shown == null ? null : shown.url(),
                shown == null ? null : shown.code()))
        .build();
  }

  @POST
  @Path("/{link}/revocation")
  @Performs("REVOKE_LINK")
  @APIResponse(responseCode = "204", description = "It has ended.")
  public void revokeLink(@PathParam("id") UUID id, @PathParam("link") UUID link) {
    ending.revoke(id, link);
  }
}
