package org.hifazat.monitoring.facts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hifazat.monitoring.Required;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** A case that went into another counts nowhere any more. */
@ApplicationScoped
class LearnMerging implements EventHandler<LearnMerging.Merge> {
  private final MergedCases cases;

  LearnMerging(MergedCases cases) {
    this.cases = cases;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Merge(UUID mergedCaseId) {
    Merge {
      Required.all(mergedCaseId);
    }
  }

  @Override
  public String type() {
    return "org.hifazat.cases.child-merged.v1";
  }

  @Override
  public Class<Merge> payload() {
    return Merge.class;
  }

  @Override
  public void handle(ReceivedEvent<Merge> event) {
    cases.learn(event.payload().mergedCaseId(), event.aggregateVersion(), true);
  }
}
