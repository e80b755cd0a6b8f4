package org.hifazat.monitoring.facts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.monitoring.Required;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** An offered response was taken into a plan. */
@ApplicationScoped
class LearnTaking implements EventHandler<LearnTaking.ResponseTaken> {
  private final ResponseFacts facts;

  LearnTaking(ResponseFacts facts) {
    this.facts = facts;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ResponseTaken(UUID assessmentId, String response, Instant takenAt) {
    ResponseTaken {
      Required.all(assessmentId, response, takenAt);
    }
  }

  @Override
  public String type() {
    return "org.hifazat.assessments.response-taken.v1";
  }

  @Override
  public Class<ResponseTaken> payload() {
    return ResponseTaken.class;
  }

  @Override
  public void handle(ReceivedEvent<ResponseTaken> event) {
    ResponseTaken told = event.payload();
    facts.taken(told.assessmentId(), told.response(), told.takenAt());
  }
}
