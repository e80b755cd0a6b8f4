package org.hifazat.cases.export;

import static org.hifazat.platform.security.Relation.OWN;
import static org.hifazat.platform.security.Relation.SAME_UNIT;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hifazat.cases.MatrixRow;
import org.hifazat.cases.Standing;
import org.hifazat.cases.access.CaseOperation;

/** What leaves the platform in the refusal matrix. */
public final class ExportMatrix {
  private ExportMatrix() {}

  public static List<MatrixRow> rows() {
    return List.of(
        new MatrixRow(
            CaseOperation.EXPORT_CASE,
            Map.of(
                "social-worker", Set.of(OWN),
                "protection-officer", Set.of(OWN),
                "supervisor", Set.of(OWN, SAME_UNIT)),
            (persona, relation) -> Exports.ofCase(persona, Standing.oneCase(persona, relation))),
        new MatrixRow(
            CaseOperation.EXPORT_NOTES_KEPT_APART,
            Map.of("supervisor", Set.of(OWN, SAME_UNIT)),
            (persona, relation) ->
                Exports.ofCaseWith(persona, Standing.oneCase(persona, relation), "clinical-notes")),
        new MatrixRow(
            CaseOperation.EXPORT_LIST,
            Standing.UNIT_STAFF,
            (persona, relation) -> Exports.ofList(persona, "overdue")));
  }
}
