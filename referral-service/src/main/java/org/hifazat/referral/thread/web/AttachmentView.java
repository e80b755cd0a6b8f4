package org.hifazat.referral.thread.web;

import java.time.Instant;
import java.util.UUID;
import org.hifazat.referral.thread.Attachment;
import org.hifazat.referral.thread.Attachments;
import org.jspecify.annotations.Nullable;

/**
 * A file of a referral.
 *
 * @param by requester or target
 * @param kind which kind of item of a packet it is, of a sender's file
 * @param title absent where it has none, or the agency reads no words of the referral any more
 * @param size in bytes: of what is kept, and until it is whole of what was announced
 * @param state arriving, whole, or sent: then the other side has it
 * @param received how many bytes have come: the offset of the next piece
 * @param messageId the message it went with; absent of a sent one that went with the outcome
 * @param expiresAt nobody goes on with it or sends it until then: it is removed
 */
public record AttachmentView(
    UUID id,
    String by,
    @Nullable String kind,
    @Nullable String title,
    String mediaType,
    int size,
    String state,
    int received,
    @Nullable UUID messageId,
    @Nullable Instant sentAt,
    @Nullable Instant expiresAt) {

  static AttachmentView of(Attachments.Shown shown) {
    Attachment attachment = shown.attachment();
    return new AttachmentView(
        attachment.id(),
        attachment.side(),
        attachment.kind().orElse(null),
        shown.title(),
        attachment.mediaType(),
        attachment.size(),
        attachment.state(),
        attachment.received(),
        attachment.messageId().orElse(null),
        attachment.givenAt().orElse(null),
        attachment.expiresAt().orElse(null));
  }
}
