package org.hifazat.referral.knowncase;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/** Keeps whether an override in the child's best interests lets something be shared. */
@ApplicationScoped
class LearnOverride implements EventHandler<LearnOverride.ConsentOverridden> {
  private final KnownCases cases;

  LearnOverride(KnownCases cases) {
    this.cases = cases;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ConsentOverridden(
      UUID caseId,
      UUID overrideId,
      @Nullable UUID agencyId,
      boolean stands,
      @Nullable LocalDate standsUntil) {}

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
    UUID agency = override.agencyId();
    if (agency != null) {
      cases.sharing(
          new KnownCases.Sharing(
              override.caseId(),
              agency,
              override.stands(),
              override.standsUntil(),
              override.overrideId()));
    }
  }
}
