package org.hifazat.cases.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hifazat.cases.legal.OrderEnded;

/**
 * A court's word rests on its order and ends with it: that is written down as the court's own
 * withdrawal, and leaves the matter to the child and the family.
 */
@ApplicationScoped
class EndCourtWords {
  private final ConsentQueries consents;
  private final RecordConsent recording;

  EndCourtWords(ConsentQueries consents, RecordConsent recording) {
    this.consents = consents;
    this.recording = recording;
  }

  void withItsOrder(@Observes OrderEnded ended) {
    Map<ConsentMatter, Consent> last = new LinkedHashMap<>();
    consents.ofCase(ended.file().id()).stream()
        .filter(word -> word.giver() == ConsentGiver.COURT)
        .forEach(word -> last.put(ConsentMatter.of(word), word));
    last.values().stream()
        .filter(word -> ended.orderId().equals(word.orderId()) && !word.isWithdrawn())
        .forEach(word -> recording.withdrawn(word, later(word.happenedAt(), ended.at())));
  }

  /** Never before the word itself, or it would not be the last. */
  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
