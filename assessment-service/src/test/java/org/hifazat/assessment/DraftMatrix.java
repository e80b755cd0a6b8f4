package org.hifazat.assessment;

import static org.hifazat.assessment.Requests.as;
import static org.hifazat.assessment.Requests.begin;
import static org.hifazat.assessment.Requests.drafts;

import java.util.List;
import java.util.UUID;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.instrument.Filled;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.testing.Persona;

/** Drafts in the refusal matrix. */
final class DraftMatrix {

  private DraftMatrix() {}

  static List<MatrixRow> rows() {
    return List.of(
        new MatrixRow(
            AssessmentOperation.START_DRAFT,
            Standing.OF_THE_CASE,
            (persona, relation) ->
                Requests.start(
                    persona, Standing.one(persona, relation).caseId(), begin(Filled.ID, "worker"))),
        new MatrixRow(
            AssessmentOperation.LIST_DRAFTS,
            Standing.OF_THE_CASE,
            (persona, relation) ->
                as(persona).get(drafts(Standing.one(persona, relation).caseId()))),
        new MatrixRow(
            AssessmentOperation.READ_DRAFT,
            Standing.OF_THE_CASE,
            (persona, relation) ->
                as(persona).get("/v1/assessment-drafts/" + draft(persona, relation))),
        new MatrixRow(
            AssessmentOperation.SAVE_DRAFT,
            Standing.OF_THE_CASE,
            (persona, relation) ->
                Requests.save(persona, draft(persona, relation), 0, Filled.matrix(1, 1).xml())),
        new MatrixRow(
            AssessmentOperation.COMPLETE_DRAFT,
            Standing.OF_THE_CASE,
            (persona, relation) -> Requests.complete(persona, draft(persona, relation), 0)),
        new MatrixRow(
            AssessmentOperation.DISCARD_DRAFT,
            Standing.OF_THE_CASE,
            (persona, relation) ->
                Requests.discard(persona, draft(persona, relation), 0, "Not needed")));
  }

  /** Begun by Mardan's worker, then handed to whom the relation says. */
  private static String draft(Persona persona, Relation relation) {
    UUID caseId =
        Backstage.openCase(
            Persona.OTHER_UNIT_SOCIAL_WORKER.staffId().orElseThrow(),
            UUID.fromString(Persona.MARDAN));
    String draft = Requests.matrixDraft(Persona.OTHER_UNIT_SOCIAL_WORKER, caseId);
    Standing.hand(caseId, persona, relation);
    return draft;
  }
}
