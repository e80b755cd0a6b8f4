package org.hifazat.cases.referral;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** A child or a caregiver told of harm at a service, on a topic nobody else reads. */
@ApplicationScoped
class LearnHarm implements EventHandler<LearnHarm.Harm> {
  private final HarmAtService harm;

  LearnHarm(HarmAtService harm) {
    this.harm = harm;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Harm(UUID referralId, UUID caseId, String speaker, Instant at) {}

  @Override
  public String type() {
    return "org.hifazat.safeguarding.harm-at-service-told.v1";
  }

  @Override
  public Class<Harm> payload() {
    return Harm.class;
  }

  @Override
  public void handle(ReceivedEvent<Harm> event) {
    Harm told = event.payload();
    harm.told(told.caseId(), told.referralId(), told.speaker(), told.at());
  }
}
