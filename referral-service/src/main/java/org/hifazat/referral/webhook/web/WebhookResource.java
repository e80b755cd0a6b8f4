package org.hifazat.referral.webhook.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Page;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.webhook.EndpointQueries;
import org.jspecify.annotations.Nullable;

/** Every agency's endpoints, for administrators of the Commission. */
@Path("/v1/webhook-endpoints")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WebhookResource {
  private static final String BASE = "/v1/webhook-endpoints";

  private final WebhookAnswers answers;

  WebhookResource(WebhookAnswers answers) {
    this.answers = answers;
  }

  /**
   * @param url where the agency's system listens: https, in the public internet
   */
  public record AddWebhookRequest(@NotNull UUID agencyId, @NotBlank @Size(max = 500) String url) {}

  @GET
  @Performs("LIST_WEBHOOKS")
  public Page<EndpointView> webhooks(
      @QueryParam("agencyId") @Nullable UUID agencyId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return answers.list(agencyId, cursor, limit);
  }

  @POST
  @Performs("ADD_WEBHOOK")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = EndpointView.class)))
  public Response addWebhook(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid AddWebhookRequest request) {
    return answers.add(request.agencyId(), request.url(), key, BASE);
  }

  @GET
  @Path("/{id}")
  @Performs("VIEW_WEBHOOK")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EndpointView.class)))
  public Response webhook(@PathParam("id") UUID id) {
    return answers.one(id);
  }

  @DELETE
  @Path("/{id}")
  @Performs("DELETE_WEBHOOK")
  public void deleteWebhook(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    answers.delete(id, ifMatch);
  }

  @POST
  @Path("/{id}/pause")
  @Performs("CHANGE_WEBHOOK")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EndpointView.class)))
  public Response pauseWebhook(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return answers.pause(id, ifMatch);
  }

  @POST
  @Path("/{id}/resumption")
  @Performs("CHANGE_WEBHOOK")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EndpointView.class)))
  public Response resumeWebhook(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return answers.resume(id, ifMatch);
  }

  @POST
  @Path("/{id}/rotation")
  @Performs("CHANGE_WEBHOOK")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EndpointView.class)))
  public Response rotateWebhookKey(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid RotationRequest request) {
    return answers.rotate(id, ifMatch, request);
  }

  @POST
  @Path("/{id}/shared-secret")
  @Consumes(MediaType.WILDCARD)
  @Performs("KEEP_SHARED_SECRET")
  @APIResponse(
      responseCode = "200",
      description = "Shown once; the one before it signs too for a day",
      content = @Content(schema = @Schema(implementation = SharedSecretView.class)))
  public Response shareWebhookSecret(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return answers.share(ReferralOperation.KEEP_SHARED_SECRET, id, ifMatch);
  }

  @DELETE
  @Path("/{id}/shared-secret")
  @Consumes(MediaType.WILDCARD)
  @Performs("KEEP_SHARED_SECRET")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EndpointView.class)))
  public Response endWebhookSecret(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return answers.shareNoMore(ReferralOperation.KEEP_SHARED_SECRET, id, ifMatch);
  }

  @POST
  @Path("/{id}/test")
  @Performs("TEST_WEBHOOK")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TestCallView.class)))
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Response testWebhook(@PathParam("id") UUID id) {
    return Response.ok(answers.test(id)).build();
  }

  @GET
  @Path("/{id}/messages")
  @Performs("VIEW_WEBHOOK")
  public Page<EndpointQueries.WebhookMessage> webhookMessages(
      @PathParam("id") UUID id,
      @QueryParam("state") @Nullable @Pattern(regexp = "waiting|delivered|failed") String state,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return answers.messages(id, state, cursor, limit);
  }

  @POST
  @Path("/{id}/messages/{messageId}/replay")
  @Performs("REPLAY_WEBHOOK")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReplayView.class)))
  public Response replayWebhookMessage(
      @PathParam("id") UUID id, @PathParam("messageId") UUID messageId) {
    return Response.ok(answers.replay(id, messageId)).build();
  }

  @POST
  @Path("/{id}/replay")
  @Performs("REPLAY_WEBHOOK")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReplayView.class)))
  @APIResponse(responseCode = "404", ref = "Problem404")
  public Response replayWebhook(@PathParam("id") UUID id, @NotNull @Valid ReplayRequest request) {
    return Response.ok(answers.replay(id, request)).build();
  }
}
