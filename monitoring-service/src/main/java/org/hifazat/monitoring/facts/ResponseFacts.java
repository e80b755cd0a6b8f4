package org.hifazat.monitoring.facts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Which responses were offered after assessments, and which of them were taken. */
@ApplicationScoped
class ResponseFacts {
  private static final String LEARN =
      """
      insert into response_fact as known (assessment_id, response, offered_at, taken_at)
      select :assessment, r, cast(:offered as timestamptz), cast(:taken as timestamptz)
        from unnest(cast(:responses as text[])) as t (r)
      on conflict (assessment_id, response) do update
         set offered_at = coalesce(known.offered_at, excluded.offered_at),
             taken_at = least(known.taken_at, excluded.taken_at)""";

  private final Session entities;

  ResponseFacts(Session entities) {
    this.entities = entities;
  }

  /** Offered after an assessment; the taking may have been told before. */
  @Transactional(Transactional.TxType.MANDATORY)
  void offered(UUID assessmentId, List<String> responses, Instant at) {
    learn(assessmentId, responses, at, null);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void taken(UUID assessmentId, String response, Instant at) {
    learn(assessmentId, List.of(response), null, at);
  }

  private void learn(
      UUID assessmentId,
      List<String> responses,
      @Nullable Instant offered,
      @Nullable Instant taken) {
    entities
        .createNativeMutationQuery(LEARN)
        .setParameter("assessment", assessmentId)
        .setParameter("responses", responses.stream().distinct().toArray(String[]::new))
        .setParameter("offered", offered, Instant.class)
        .setParameter("taken", taken, Instant.class)
        .executeUpdate();
  }
}
