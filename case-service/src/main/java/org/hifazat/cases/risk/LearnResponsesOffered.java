package org.hifazat.cases.risk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.PoisonException;
import org.hifazat.platform.messaging.ReceivedEvent;

/** After an assessment responses were offered: the story of the case says which. */
@ApplicationScoped
class LearnResponsesOffered implements EventHandler<LearnResponsesOffered.Offered> {
  private final CaseFiles files;
  private final Timeline timeline;

  LearnResponsesOffered(CaseFiles files, Timeline timeline) {
    this.files = files;
    this.timeline = timeline;
  }

  /** What casework reads of the event. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Offered(UUID assessmentId, UUID caseId, List<String> responses, Instant offeredAt) {}

  @Override
  public String type() {
    return "org.hifazat.assessments.responses-offered.v1";
  }

  @Override
  public Class<Offered> payload() {
    return Offered.class;
  }

  @Override
  public void handle(ReceivedEvent<Offered> event) {
    Offered offered = event.payload();
    if (files.withinReach(offered.caseId()).isEmpty()) {
      throw new PoisonException("responses offered in no case");
    }
    timeline.happened(
        offered.caseId(),
        "responses-offered",
        offered.offeredAt(),
        offered.assessmentId(),
        offered.responses().toArray(String[]::new));
  }
}
