package org.hifazat.cases.plan;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.PoisonException;
import org.hifazat.platform.messaging.ReceivedEvent;

/** A worker took what was offered after an assessment: it becomes an action of the plan. */
@ApplicationScoped
class TakeUpResponse implements EventHandler<TakeUpResponse.Taken> {
  private static final String KEEP =
      """
      insert into taken_response
        (action_id, case_id, assessment_id, purpose, response, language, due_on, taken_by, taken_at)
      values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) on conflict do nothing
      """;

  private final Session entities;
  private final CaseFiles files;
  private final TakenResponses responses;
  private final Timeline timeline;

  TakeUpResponse(Session entities, CaseFiles files, TakenResponses responses, Timeline timeline) {
    this.entities = entities;
    this.files = files;
    this.responses = responses;
    this.timeline = timeline;
  }

  /** What casework reads of the event. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Taken(
      UUID actionId,
      UUID caseId,
      UUID assessmentId,
      String purpose,
      String response,
      String language,
      LocalDate dueOn,
      UUID takenBy,
      Instant takenAt) {}

  @Override
  public String type() {
    return "org.hifazat.assessments.response-taken.v1";
  }

  @Override
  public Class<Taken> payload() {
    return Taken.class;
  }

  @Override
  public void handle(ReceivedEvent<Taken> event) {
    Taken taken = event.payload();
    if (files.withinReach(taken.caseId()).isEmpty()) {
      throw new PoisonException("a response taken in no case");
    }
    int kept =
        entities
            .createNativeMutationQuery(KEEP)
            .setParameter(1, taken.actionId())
            .setParameter(2, taken.caseId())
            .setParameter(3, taken.assessmentId())
            .setParameter(4, taken.purpose())
            .setParameter(5, taken.response())
            .setParameter(6, taken.language())
            .setParameter(7, taken.dueOn())
            .setParameter(8, taken.takenBy())
            .setParameter(9, taken.takenAt())
            .executeUpdate();
    if (kept > 0) {
      timeline.happened(
          taken.caseId(), "response-taken", taken.takenAt(), taken.actionId(), taken.response());
    }
    responses.placeWaiting(taken.caseId());
  }
}
