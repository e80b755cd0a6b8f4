package org.hifazat.assessment;

import static org.hifazat.assessment.Requests.as;
import static org.hifazat.platform.security.Relation.NONE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.platform.security.Relation;

/** Instruments in the refusal matrix. */
final class InstrumentMatrix {

  private static final Map<String, Set<Relation>> WHO_ASSESSES_OR_PUBLISHES =
      Map.of(
          "social-worker", Set.of(NONE),
          "protection-officer", Set.of(NONE),
          "psychologist", Set.of(NONE),
          "supervisor", Set.of(NONE),
          "commission-admin", Set.of(NONE));

  private InstrumentMatrix() {}

  static List<MatrixRow> rows() {
    return List.of(
        new MatrixRow(
            AssessmentOperation.LIST_INSTRUMENTS,
            WHO_ASSESSES_OR_PUBLISHES,
            (persona, relation) -> as(persona).get("/v1/instruments")),
        new MatrixRow(
            AssessmentOperation.READ_INSTRUMENT_FORM,
            WHO_ASSESSES_OR_PUBLISHES,
            (persona, relation) ->
                as(persona).get("/v1/instruments/kp-risk-matrix/versions/1/form")));
  }
}
