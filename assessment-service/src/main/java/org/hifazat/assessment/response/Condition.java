package org.hifazat.assessment.response;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hifazat.assessment.instrument.RaisedAlarm;
import org.hifazat.assessment.instrument.Scoring;
import org.jspecify.annotations.Nullable;

/**
 * What has to hold; everything that is given must.
 *
 * @param instruments one of these
 * @param purposes one of these
 * @param bands one of these
 * @param redFlags at least one of these
 * @param alarms at least one of these kinds
 * @param node an answer
 * @param values one of which the answer has to be
 */
record Condition(
    @Nullable List<String> instruments,
    @Nullable List<String> purposes,
    @Nullable List<String> bands,
    @Nullable List<String> redFlags,
    @Nullable List<String> alarms,
    @Nullable String node,
    @Nullable List<String> values) {

  /** Whether it holds for an assessment. */
  boolean holds(
      String instrument,
      String purpose,
      Scoring.Scored scored,
      Function<String, Optional<String>> answers) {
    return allows(instruments, List.of(instrument))
        && allows(purposes, List.of(purpose))
        && allows(bands, List.of(scored.band()))
        && allows(redFlags, scored.redFlags())
        && allows(alarms, scored.alarms().stream().map(RaisedAlarm::kind).toList())
        && (node == null || allows(values, answers.apply(node).stream().toList()));
  }

  private static boolean allows(@Nullable List<String> wanted, List<String> found) {
    return wanted == null || found.stream().anyMatch(wanted::contains);
  }
}
