package org.hifazat.referral.thread.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.referral.thread.ThreadQueries;
import org.jspecify.annotations.Nullable;

/**
 * What one side of a referral wrote to the other.
 *
 * @param by requester or target
 * @param mine the caller wrote it
 * @param name of who wrote it, where they said so
 * @param text absent where the agency reads no words of the referral any more
 * @param readAt when the other side had it before its eyes; absent until then
 */
public record ThreadMessageView(
    UUID id,
    String by,
    boolean mine,
    @Nullable String name,
    @Nullable String text,
    Instant sentAt,
    @Nullable Instant readAt,
    List<AttachmentView> attachments) {

  static ThreadMessageView of(ThreadQueries.Message message) {
    return new ThreadMessageView(
        message.id(),
        message.by(),
        message.mine(),
        message.name(),
        message.text(),
        message.sentAt(),
        message.readAt(),
        message.attachments().stream().map(AttachmentView::of).toList());
  }
}
