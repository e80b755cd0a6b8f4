package org.hifazat.referral.thread.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** The thread of a referral and its files, from the side of the agency asked. */
@Path("/partner/v1/referrals")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PartnerThreadResource {
  private final ThreadAnswers answers;

  PartnerThreadResource(ThreadAnswers answers) {
    this.answers = answers;
  }

  /** Newest first; what the other side wrote counts as read from now on. */
  @GET
  @Path("/{id}/messages")
  @Performs("PARTNER_READ_THREAD")
  public Page<ThreadMessageView> partnerMessages(
      @PathParam("id") UUID id,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return answers.messages(id, cursor, limit);
  }

  @POST
  @Path("/{id}/messages")
  @Performs("PARTNER_WRITE_THREAD")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ThreadMessageView.class)))
  public Response writePartnerMessage(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid MessageRequest request) {
    return answers.write(id, key, request);
  }

  @GET
  @Path("/{id}/messages/{messageId}")
  @Performs("PARTNER_READ_THREAD")
  public ThreadMessageView partnerMessage(
      @PathParam("id") UUID id, @PathParam("messageId") UUID messageId) {
    return answers.message(id, messageId);
  }

  /** What was sent by either side, and the caller's own that was not yet. */
  @GET
  @Path("/{id}/attachments")
  @Performs("PARTNER_READ_THREAD")
  public Page<AttachmentView> partnerAttachments(@PathParam("id") UUID id) {
    return answers.attachments(id);
  }

  /** Announces a file; its content follows in pieces from the offset reached. */
  @POST
  @Path("/{id}/attachments")
  @Performs("PARTNER_ATTACH")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = AttachmentView.class)))
  public Response beginPartnerAttachment(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid AttachmentRequest request) {
    return answers.begin(id, key, request);
  }

  @GET
  @Path("/{id}/attachments/{attachmentId}")
  @Performs("PARTNER_READ_THREAD")
  public AttachmentView partnerAttachment(
      @PathParam("id") UUID id, @PathParam("attachmentId") UUID attachmentId) {
    return answers.attachment(id, attachmentId);
  }

  /** Takes the piece that begins at the offset reached: 32 to 256 KiB, the last may be shorter. */
  @PATCH
  @Path("/{id}/attachments/{attachmentId}")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Performs("PARTNER_ATTACH")
  public AttachmentView receivePartnerAttachment(
      @PathParam("id") UUID id,
      @PathParam("attachmentId") UUID attachmentId,
      @QueryParam("offset") @NotNull @PositiveOrZero Integer offset,
      @NotNull byte[] piece) {
    return answers.receive(id, attachmentId, offset, piece);
  }

  /** Looks at the file: it is whole when it is what it was said to be, else nothing is kept. */
  @POST
  @Path("/{id}/attachments/{attachmentId}/completion")
  @Consumes(MediaType.WILDCARD)
  @Performs("PARTNER_ATTACH")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AttachmentView.class)))
  public Response finishPartnerAttachment(
      @PathParam("id") UUID id, @PathParam("attachmentId") UUID attachmentId) {
    return Response.ok(answers.finish(id, attachmentId)).build();
  }

  /** Only before it is sent. */
  @DELETE
  @Path("/{id}/attachments/{attachmentId}")
  @Performs("PARTNER_ATTACH")
  public void discardPartnerAttachment(
      @PathParam("id") UUID id, @PathParam("attachmentId") UUID attachmentId) {
    answers.discard(id, attachmentId);
  }

  @GET
  @Path("/{id}/attachments/{attachmentId}/content")
  @Produces(MediaType.WILDCARD)
  @Performs("PARTNER_READ_THREAD")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.WILDCARD,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Response partnerAttachmentContent(
      @PathParam("id") UUID id, @PathParam("attachmentId") UUID attachmentId) {
    return answers.content(id, attachmentId);
  }
}
