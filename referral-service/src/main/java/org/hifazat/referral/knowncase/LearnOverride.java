package org.hifazat.referral.knowncase;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/** Keeps whether an override in the child's best interests lets something be shared. */
@ApplicationScoped
class LearnOverride implements EventHandler<LearnOverride.ConsentOverridden> {
  private static final String UNTOLD = "other";

  private final KnownCases cases;

  LearnOverride(KnownCases cases) {
    this.cases = cases;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ConsentOverridden(
      UUID caseId,
      UUID overrideId,
      @Nullable UUID agencyId,
      @Nullable UUID recipientId,
      @Nullable String serviceType,
      @Nullable String reasonCode,
      @Nullable String state,
      boolean stands,
      @Nullable LocalDate standsUntil,
      @Nullable Instant confirmBy) {}

  @Override
  public String type() {
    return "org.hifazat.cases.consent-overridden.v1";
  }

  @Override
  public Class<ConsentOverridden> payload() {
    return ConsentOverridden.class;
  }

  @Override
  public void handle(ReceivedEvent<ConsentOverridden> event) {
    ConsentOverridden override = event.payload();
    cases.named(override.caseId(), override.recipientId(), override.serviceType());
    Recipient with = Recipient.of(override.agencyId(), override.recipientId()).orElse(null);
    if (with != null) {
      cases.sharing(
          new KnownCases.Sharing(
              event.id(),
              override.caseId(),
              with,
              override.stands(),
              override.standsUntil(),
              override.overrideId(),
              override.reasonCode() == null ? UNTOLD : override.reasonCode(),
              override.state(),
              override.confirmBy()));
    }
  }
}
