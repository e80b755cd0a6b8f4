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

/** The thread of a referral and its files, from the sender's side. */
@Path("/v1")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ThreadResource {
  private final ThreadAnswers answers;

  ThreadResource(ThreadAnswers answers) {
    this.answers = answers;
  }

  /** Newest first; what the other side wrote counts as read from now on. */
  @GET
  @Path("/referrals/{id}/messages")
  @Performs("READ_THREAD")
  public Page<ThreadMessageView> threadMessages(
      @PathParam("id") UUID id,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return answers.messages(id, cursor, limit);
  }

  @POST
  @Path("/referrals/{id}/messages")
  @Performs("WRITE_THREAD")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ThreadMessageView.class)))
  public Response writeMessage(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid MessageRequest request) {
    return answers.write(id, key, request);
  }

  @GET
  @Path("/referrals/{id}/messages/{messageId}")
  @Performs("READ_THREAD")
  public ThreadMessageView threadMessage(
      @PathParam("id") UUID id, @PathParam("messageId") UUID messageId) {
    return answers.message(id, messageId);
  }

  /** What was sent by either side, and the caller's own that was not yet. */
  @GET
  @Path("/referrals/{id}/attachments")
  @Performs("READ_THREAD")
  public Page<AttachmentView> referralAttachments(@PathParam("id") UUID id) {
    return answers.attachments(id);
  }

  /** Announces a file; its content follows in pieces from the offset reached. */
  @POST
  @Path("/referrals/{id}/attachments")
  @Performs("WRITE_THREAD")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = AttachmentView.class)))
  public Response beginAttachment(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid AttachmentRequest request) {
    return answers.begin(id, key, request);
  }

  @GET
  @Path("/referrals/{id}/attachments/{attachmentId}")
  @Performs("READ_THREAD")
  public AttachmentView referralAttachment(
      @PathParam("id") UUID id, @PathParam("attachmentId") UUID attachmentId) {
    return answers.attachment(id, attachmentId);
  }

  /** Takes the piece that begins at the offset reached: 32 to 256 KiB, the last may be shorter. */
  @PATCH
  @Path("/referrals/{id}/attachments/{attachmentId}")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Performs("WRITE_THREAD")
  public AttachmentView receiveAttachment(
      @PathParam("id") UUID id,
      @PathParam("attachmentId") UUID attachmentId,
      @QueryParam("offset") @NotNull @PositiveOrZero Integer offset,
      @NotNull byte[] piece) {
    return answers.receive(id, attachmentId, offset, piece);
  }

  /** Looks at the file: it is whole when it is what it was said to be, else nothing is kept. */
  @POST
  @Path("/referrals/{id}/attachments/{attachmentId}/completion")
  @Consumes(MediaType.WILDCARD)
  @Performs("WRITE_THREAD")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AttachmentView.class)))
  public Response finishAttachment(
      @PathParam("id") UUID id, @PathParam("attachmentId") UUID attachmentId) {
    return Response.ok(answers.finish(id, attachmentId)).build();
  }

  /** Only before it is sent. */
  @DELETE
  @Path("/referrals/{id}/attachments/{attachmentId}")
  @Performs("WRITE_THREAD")
  public void discardAttachment(
      @PathParam("id") UUID id, @PathParam("attachmentId") UUID attachmentId) {
    answers.discard(id, attachmentId);
  }

  @GET
  @Path("/referrals/{id}/attachments/{attachmentId}/content")
  @Produces(MediaType.WILDCARD)
  @Performs("READ_THREAD")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.WILDCARD,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Response attachmentContent(
      @PathParam("id") UUID id, @PathParam("attachmentId") UUID attachmentId) {
    return answers.content(id, attachmentId);
  }
}
