package org.hifazat.cases.takeover;

import static org.hifazat.cases.Requests.as;
import static org.hifazat.platform.security.Relation.NONE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hifazat.cases.MatrixRow;
import org.hifazat.cases.access.CaseOperation;

/** Taking over registers in the refusal matrix. */
public final class TakeoverMatrix {
  private TakeoverMatrix() {}

  public static List<MatrixRow> rows() {
    return List.of(
        new MatrixRow(
            CaseOperation.IMPORT_CASES,
            Map.of("supervisor", Set.of(NONE)),
            (persona, relation) -> Files.begin(persona)),
        new MatrixRow(
            CaseOperation.VIEW_IMPORTS,
            Map.of("supervisor", Set.of(NONE)),
            (persona, relation) -> as(persona).get("/v1/imports")));
  }
}
