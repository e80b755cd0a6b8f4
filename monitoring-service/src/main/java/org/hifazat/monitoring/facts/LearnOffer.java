package org.hifazat.monitoring.facts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.monitoring.Required;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** Responses were offered after an assessment. */
@ApplicationScoped
class LearnOffer implements EventHandler<LearnOffer.ResponsesOffered> {
  private final ResponseFacts facts;

  LearnOffer(ResponseFacts facts) {
    this.facts = facts;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ResponsesOffered(UUID assessmentId, List<String> responses, Instant offeredAt) {
    ResponsesOffered {
      Required.all(assessmentId, responses, offeredAt);
      responses = List.copyOf(responses);
    }
  }

  @Override
  public String type() {
    return "org.hifazat.assessments.responses-offered.v1";
  }

  @Override
  public Class<ResponsesOffered> payload() {
    return ResponsesOffered.class;
  }

  @Override
  public void handle(ReceivedEvent<ResponsesOffered> event) {
    ResponsesOffered told = event.payload();
    facts.offered(told.assessmentId(), told.responses(), told.offeredAt());
  }
}
