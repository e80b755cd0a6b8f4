package org.hifazat.assessment.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.assessment.completed.CompletedAssessment;
import org.hifazat.assessment.completed.Kept;
import org.hifazat.assessment.instrument.AnswerValues;
import org.hifazat.assessment.response.event.ResponsesOffered;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.messaging.OutboxEvent;
import org.hifazat.platform.persistence.FieldCipher;

/** Whenever an assessment is kept, what the rules offer for it is kept with it. */
@ApplicationScoped
class OfferResponses {

  /** The cipher's name of the column with the rules. */
  static final String GROUNDS = "response_offer.grounds";

  private static final long ONLY_VERSION = 1;

  private static final String OFFER =
      """
      insert into response_offer (assessment_id, response, case_id, grounds, offered_at)
      select ?1, offer.response, ?2, offer.grounds, cast(?5 as timestamptz)
        from unnest(cast(?3 as text[]), cast(?4 as bytea[])) as offer (response, grounds)
      """;

  private final Session database;
  private final Library library;
  private final FieldCipher cipher;
  private final Outbox outbox;
  private final Clock clock;

  OfferResponses(
      Session database, Library library, FieldCipher cipher, Outbox outbox, Clock clock) {
    this.database = database;
    this.library = library;
    this.cipher = cipher;
    this.outbox = outbox;
    this.clock = clock;
  }

  void when(@Observes Kept kept) {
    CompletedAssessment assessment = kept.assessment();
    AnswerValues answers = AnswerValues.of(kept.scored().answers());
    Map<String, List<String>> offered =
        library.offered(
            condition ->
                condition.holds(
                    assessment.instrumentId(), assessment.purpose(), kept.scored(), answers::at));
    if (!offered.isEmpty()) {
      offer(assessment, offered);
    }
  }

  private void offer(CompletedAssessment assessment, Map<String, List<String>> offered) {
    UUID id = assessment.id();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String[] codes = offered.keySet().toArray(String[]::new);
    byte[][] grounds =
        offered.values().stream()
            .map(rules -> cipher.encrypt(assessment.caseId(), GROUNDS, id, String.join(" ", rules)))
            .toArray(byte[][]::new);
    database
        .createNativeMutationQuery(OFFER)
        .setParameter(1, id)
        .setParameter(2, assessment.caseId())
        .setParameter(3, codes, String[].class)
        .setParameter(4, grounds, byte[][].class)
        .setParameter(5, now)
        .executeUpdate();
    outbox.append(
        new OutboxEvent(
            ResponsesOffered.TYPE,
            "responses-offered",
            id.toString(),
            ONLY_VERSION,
            assessment.caseId().toString(),
            assessment.conductedAt(),
            new ResponsesOffered(
                id,
                assessment.caseId(),
                assessment.instrumentId(),
                assessment.purpose(),
                List.of(codes),
                now)));
  }
}
