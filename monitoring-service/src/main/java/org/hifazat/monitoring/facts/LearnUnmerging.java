package org.hifazat.monitoring.facts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hifazat.monitoring.Required;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** A merge was wrong: both cases count. */
@ApplicationScoped
class LearnUnmerging implements EventHandler<LearnUnmerging.Merge> {
  private final MergedCases cases;

  LearnUnmerging(MergedCases cases) {
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
    return "org.hifazat.cases.child-unmerged.v1";
  }

  @Override
  public Class<Merge> payload() {
    return Merge.class;
  }

  @Override
  public void handle(ReceivedEvent<Merge> event) {
    cases.learn(event.payload().mergedCaseId(), event.aggregateVersion(), false);
  }
}
