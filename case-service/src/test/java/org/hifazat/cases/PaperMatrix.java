package org.hifazat.cases;

import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Standing.oneCase;
import static org.hifazat.platform.security.Relation.OWN;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hifazat.cases.access.CaseOperation;

/** Notes, incidents, courts, placements and missing children in the refusal matrix. */
final class PaperMatrix {
  private static final byte[] A_BYTE = {1};

  private PaperMatrix() {}

  static List<MatrixRow> rows() {
    return List.of(
        read(CaseOperation.VIEW_NOTES, "notes"),
        row(
            CaseOperation.WRITE_NOTE,
            (persona, relation) ->
                Papers.note(persona, oneCase(persona, relation), "ordinary", "A word.")),
        new MatrixRow(
            CaseOperation.WRITE_CLINICAL_NOTE,
            Map.of("psychologist", Set.of(OWN)),
            (persona, relation) ->
                Papers.note(persona, oneCase(persona, relation), "clinical", "A word.")),
        read(CaseOperation.VIEW_DOCUMENTS, "documents"),
        row(
            CaseOperation.ADD_DOCUMENT,
            (persona, relation) ->
                Uploads.begin(
                    persona, oneCase(persona, relation), "ordinary", "image/png", A_BYTE)),
        new MatrixRow(
            CaseOperation.REMOVE_DOCUMENT,
            Standing.SUPERVISORS_CASES,
            (persona, relation) ->
                Uploads.remove(persona, kept(oneCase(persona, relation)), "made-up")),
        new MatrixRow(
            CaseOperation.ADD_CLINICAL_DOCUMENT,
            Map.of("psychologist", Set.of(OWN)),
            (persona, relation) ->
                Uploads.begin(
                    persona, oneCase(persona, relation), "clinical", "image/png", A_BYTE)),
        read(CaseOperation.VIEW_INCIDENTS, "incidents"),
        row(
            CaseOperation.RECORD_INCIDENT,
            (persona, relation) ->
                Papers.incident(
                    persona, oneCase(persona, relation), Papers.incident(Instant.now(), ""))),
        read(CaseOperation.VIEW_LEGAL, "legal"),
        row(
            CaseOperation.RECORD_LEGAL,
            (persona, relation) ->
                Papers.matter(persona, oneCase(persona, relation), Instant.now())),
        read(CaseOperation.VIEW_PLACEMENTS, "placements"),
        row(
            CaseOperation.RECORD_PLACEMENT,
            (persona, relation) ->
                Papers.placement(persona, oneCase(persona, relation), Instant.now(), "")),
        read(CaseOperation.VIEW_MISSING, "missing-reports"),
        row(
            CaseOperation.RECORD_MISSING,
            (persona, relation) ->
                Papers.missing(persona, oneCase(persona, relation), Instant.now(), Instant.now())));
  }

  /** A document that is there, of which nobody asks what it holds. */
  private static String kept(String caseId) {
    String id = UUID.randomUUID().toString();
    Backstage.execute(
        """
        insert into case_document (id, case_id, kind, kept, state, media_type, sent_size, sent_hash, received, pieces,
                                   kept_size, kept_hash, happened_at, recorded_by, recorded_at, kept_at, version)
        values (?::uuid, ?::uuid, 'photo', 'ordinary', 'kept', 'image/png', 1, '\\x00', 1, 0,
                1, '\\x00', now(), gen_random_uuid(), now(), now(), 0)""",
        id,
        caseId);
    return id;
  }

  private static MatrixRow read(CaseOperation operation, String part) {
    return row(
        operation,
        (persona, relation) ->
            as(persona).get("/v1/cases/" + oneCase(persona, relation) + "/" + part));
  }

  private static MatrixRow row(CaseOperation operation, MatrixRow.Attempt attempt) {
    return new MatrixRow(operation, Standing.OWN_CASES, attempt);
  }
}
