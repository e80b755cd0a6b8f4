package org.hifazat.cases;

import static org.hifazat.cases.Requests.as;

import java.util.List;
import org.hifazat.cases.access.CaseOperation;

/** The story of a case in the refusal matrix. */
final class TimelineMatrix {
  private TimelineMatrix() {}

  static List<MatrixRow> rows() {
    return List.of(
        new MatrixRow(
            CaseOperation.VIEW_TIMELINE,
            Standing.OWN_CASES,
            (persona, relation) ->
                as(persona).get("/v1/cases/" + Standing.oneCase(persona, relation) + "/timeline")));
  }
}
