package org.hifazat.referral.thread.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.UUID;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.hifazat.referral.thread.Attachments;
import org.hifazat.referral.thread.FinishAttachment;
import org.hifazat.referral.thread.ThreadQueries;
import org.hifazat.referral.thread.UploadAttachment;
import org.hifazat.referral.thread.WriteMessage;
import org.jspecify.annotations.Nullable;

/** The same answers for both sides. */
@ApplicationScoped
class ThreadAnswers {
  private final ThreadQueries queries;
  private final WriteMessage writing;
  private final Attachments attachments;
  private final UploadAttachment uploads;
  private final FinishAttachment finishing;
  private final Cursors cursors;

  ThreadAnswers(
      ThreadQueries queries,
      WriteMessage writing,
      Attachments attachments,
      UploadAttachment uploads,
      FinishAttachment finishing,
      Cursors cursors) {
    this.queries = queries;
    this.writing = writing;
    this.attachments = attachments;
    this.uploads = uploads;
    this.finishing = finishing;
    this.cursors = cursors;
  }

  Page<ThreadMessageView> messages(
      UUID referral, @Nullable String cursor, @Nullable Integer limit) {
    int size = Page.limit(limit);
    String list = "thread-" + referral;
    List<ThreadMessageView> rows =
        queries.page(referral, cursors.verify(list, cursor).orElse(null), size).stream()
            .map(ThreadMessageView::of)
            .toList();
    return Page.cut(rows, size, line -> cursors.sign(list, line.sentAt(), line.id()));
  }

  ThreadMessageView message(UUID referral, UUID id) {
    return ThreadMessageView.of(queries.one(referral, id));
  }

  Response write(UUID referral, @Nullable String key, MessageRequest request) {
    Created created = writing.handle(request.command(referral), key);
    return created.response(0, message(referral, created.id()));
  }

  Page<AttachmentView> attachments(UUID referral) {
    return Page.all(attachments.of(referral).stream().map(AttachmentView::of).toList());
  }

  AttachmentView attachment(UUID referral, UUID id) {
    return AttachmentView.of(attachments.one(referral, id));
  }

  Response begin(UUID referral, @Nullable String key, AttachmentRequest request) {
    Created created = uploads.begin(request.command(referral), key);
    Attachments.Shown begun = attachments.one(referral, created.id());
    return created.response(begun.attachment().version(), AttachmentView.of(begun));
  }

  AttachmentView receive(UUID referral, UUID id, int offset, byte[] piece) {
    return AttachmentView.of(uploads.receive(referral, id, offset, piece));
  }

  AttachmentView finish(UUID referral, UUID id) {
    return AttachmentView.of(finishing.handle(referral, id));
  }

  void discard(UUID referral, UUID id) {
    uploads.discard(referral, id);
  }

  /** To be saved and not shown: no browser takes it for a page of this address. */
  Response content(UUID referral, UUID id) {
    Attachments.Content content = attachments.content(referral, id);
    StreamingOutput stream = out -> attachments.write(content, out);
    return Response.ok(stream, content.kind().mediaType())
        .header(HttpHeaders.CONTENT_LENGTH, content.size())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"attachment-%s.%s\""
                .formatted(id.toString().substring(24), content.kind().extension()))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
