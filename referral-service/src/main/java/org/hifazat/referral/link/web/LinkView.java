package org.hifazat.referral.link.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.referral.link.LinkQueries;
import org.hifazat.referral.link.SecureLink;
import org.jspecify.annotations.Nullable;

/**
 * A link as the sender's side sees it.
 *
 * @param state waiting, open, over (it was open), expired, locked (too many wrong codes), revoked
 *     or replaced (by a later link)
 * @param recipient whom it is for
 * @param expiresAt until when it waits to be opened
 * @param attempts codes that were tried
 * @param sessionUntil until when whoever opened it may work with it
 * @param refused how often somebody tried it when it was not, or no longer, to be opened
 * @param message what the recipient wrote
 */
public record LinkView(
    UUID id,
    String state,
    @Nullable String recipient,
    Instant madeAt,
    Instant expiresAt,
    int attempts,
    @Nullable Instant openedAt,
    @Nullable Instant sessionUntil,
    @Nullable Instant endedAt,
    int refused,
    @Nullable Instant refusedAt,
    @Nullable MessageView message) {

  public record MessageView(String text, Instant at) {}

  /** Links of a referral, newest first. */
  public record ListView(List<LinkView> items) {}

  static LinkView of(LinkQueries.Whole whole) {
    SecureLink link = whole.link();
    String message = whole.message();
    return new LinkView(
        link.id(),
        whole.state().label(),
        whole.recipient(),
        link.madeAt(),
        link.expiresAt(),
        link.attempts(),
        link.openedAt().orElse(null),
        link.sessionUntil().orElse(null),
        link.endedAt().orElse(null),
        link.refused(),
        link.refusedAt().orElse(null),
        message == null ? null : new MessageView(message, link.messageAt().orElseThrow()));
  }
}
