package org.hifazat.referral.knowncase;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/** Sharing that was consented to, or overridden, has ended: what rests on it ends too. */
@ApplicationScoped
class LearnWithdrawal implements EventHandler<LearnWithdrawal.ConsentWithdrawn> {
  private static final Set<String> SAID = Set.of("withdrawn", "refused");

  private final KnownCases cases;
  private final Event<SharingEnded> ended;

  LearnWithdrawal(KnownCases cases, Event<SharingEnded> ended) {
    this.cases = cases;
    this.ended = ended;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ConsentWithdrawn(
      UUID caseId,
      UUID basisId,
      @Nullable UUID agencyId,
      @Nullable UUID recipientId,
      String reason,
      Instant endedAt) {}

  @Override
  public String type() {
    return "org.hifazat.cases.consent-withdrawn.v1";
  }

  @Override
  public Class<ConsentWithdrawn> payload() {
    return ConsentWithdrawn.class;
  }

  @Override
  public void handle(ReceivedEvent<ConsentWithdrawn> event) {
    ConsentWithdrawn withdrawal = event.payload();
    Recipient with = Recipient.of(withdrawal.agencyId(), withdrawal.recipientId()).orElse(null);
    if (with != null) {
      cases.sharing(
          new KnownCases.Sharing(
              event.id(),
              withdrawal.caseId(),
              with,
              false,
              null,
              withdrawal.basisId(),
              null,
              null,
              null));
      // Also where a newer word lets it go on: what was sent before that rested on what ended, and
      // what was sent on the newer word does not, whenever this one comes.
      ended.fire(
          new SharingEnded(
              withdrawal.caseId(),
              with,
              !SAID.contains(withdrawal.reason()),
              withdrawal.endedAt(),
              event.id()));
    }
  }
}
