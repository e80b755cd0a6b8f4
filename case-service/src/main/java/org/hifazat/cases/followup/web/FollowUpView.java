package org.hifazat.cases.followup.web;

import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.followup.FollowUp;
import org.hifazat.cases.followup.FollowUps;
import org.hifazat.platform.web.ETags;
import org.jspecify.annotations.Nullable;

/**
 * A contact.
 *
 * @param byPolicy the policy asked for it, nobody planned it
 * @param etag for If-Match when recording how it went
 */
public record FollowUpView(
    UUID id,
    String kind,
    String state,
    @Nullable Instant plannedFor,
    boolean byPolicy,
    @Nullable Instant happenedAt,
    @Nullable Boolean childSeen,
    @Nullable Boolean seenAlone,
    @Nullable String riskChange,
    @Nullable String missedReason,
    @Nullable String note,
    @Nullable UUID recordedBy,
    Instant recordedAt,
    String etag) {

  static FollowUpView of(FollowUps.Whole whole) {
    FollowUp one = whole.followUp();
    return new FollowUpView(
        one.id(),
        one.kind(),
        one.state(),
        one.plannedFor().orElse(null),
        one.byPolicy(),
        one.happenedAt().orElse(null),
        one.childSeen().orElse(null),
        one.seenAlone().orElse(null),
        one.riskChange().orElse(null),
        one.missedReason().orElse(null),
        whole.note(),
        one.recordedBy().orElse(null),
        one.recordedAt(),
        ETags.of(one.version()));
  }
}
