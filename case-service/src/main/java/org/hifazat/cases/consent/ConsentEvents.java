package org.hifazat.cases.consent;

import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.event.ConsentOverridden;
import org.hifazat.cases.event.ConsentRecorded;
import org.hifazat.cases.event.ConsentWithdrawn;
import org.hifazat.platform.messaging.OutboxEvent;
import org.jspecify.annotations.Nullable;

/** The only place that makes events of consent. The key is the case, so all stays in its order. */
final class ConsentEvents {
  private ConsentEvents() {}

  /**
   * A matter that stood does not any more.
   *
   * @param basisId the word, consent or override that ended it
   * @param reason withdrawn, refused, expired, age-reached, override-rejected, override-lapsed or
   *     override-ended
   */
  record Ended(UUID caseId, UUID basisId, ConsentMatter matter, String reason, Instant endedAt) {}

  static OutboxEvent recorded(
      Consent consent, ConsentStanding standing, @Nullable String serviceType) {
    return new OutboxEvent(
        ConsentRecorded.TYPE,
        "consent",
        consent.id().toString(),
        0,
        consent.caseId().toString(),
        consent.happenedAt(),
        new ConsentRecorded(
            consent.caseId(),
            consent.id(),
            consent.purpose(),
            consent.decision(),
            consent.agencyId(),
            consent.recipientId(),
            serviceType,
            consent.happenedAt(),
            consent.expiresOn(),
            consent.givenBy(),
            standing.stands(),
            standing.stands() ? standing.until() : null));
  }

  static OutboxEvent overridden(
      ConsentOverride override,
      ConsentStanding standing,
      @Nullable String serviceType,
      Instant at) {
    return new OutboxEvent(
        ConsentOverridden.TYPE,
        "consent-override",
        override.id().toString(),
        override.version(),
        override.caseId().toString(),
        at,
        new ConsentOverridden(
            override.caseId(),
            override.id(),
            override.purpose(),
            override.agencyId(),
            override.recipientId(),
            serviceType,
            override.reasonCode(),
            override.state(),
            standing.stands(),
            standing.stands() ? standing.until() : null,
            override.isAwaiting() ? override.dueAt() : null,
            at));
  }

  static OutboxEvent withdrawn(Ended ended, Instant recordedAt) {
    return new OutboxEvent(
        ConsentWithdrawn.TYPE,
        "consent-ending",
        ended.basisId().toString(),
        0,
        ended.caseId().toString(),
        ended.endedAt(),
        new ConsentWithdrawn(
            ended.caseId(),
            ended.basisId(),
            ended.matter().purpose(),
            ended.matter().agencyId(),
            ended.matter().recipientId(),
            ended.reason(),
            ended.endedAt(),
            recordedAt));
  }
}
