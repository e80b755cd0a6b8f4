package org.hifazat.assessment;

import static org.hifazat.assessment.Requests.as;
import static org.hifazat.platform.security.Relation.NONE;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.instrument.Filled;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.testing.Calls;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;

/** Devices and what they do in the refusal matrix. */
final class OpenRosaMatrix {

  private static final Map<String, Set<Relation>> WHO_ASSESSES =
      Map.of(
          "social-worker", Set.of(NONE),
          "protection-officer", Set.of(NONE),
          "psychologist", Set.of(NONE),
          "supervisor", Set.of(NONE));

  private OpenRosaMatrix() {}

  static List<MatrixRow> rows() {
    return List.of(
        new MatrixRow(
            AssessmentOperation.LIST_DEVICES,
            WHO_ASSESSES,
            (persona, relation) -> as(persona).get("/v1/devices")),
        new MatrixRow(
            AssessmentOperation.ENROL_DEVICE,
            WHO_ASSESSES,
            (persona, relation) ->
                as(persona)
                    .header("Idempotency-Key", UUID.randomUUID())
                    .body("{\"label\":\"Tablet\"}")
                    .post("/v1/devices")),
        new MatrixRow(
            AssessmentOperation.REVOKE_DEVICE, Standing.OF_THE_CASE, OpenRosaMatrix::revocation),
        new MatrixRow(
            AssessmentOperation.FETCH_COLLECT_FORMS,
            WHO_ASSESSES,
            (persona, relation) ->
                Calls.given().auth().oauth2(Tokens.of(persona)).get("/openrosa/formList")),
        new MatrixRow(
            AssessmentOperation.SUBMIT_COLLECTED,
            Standing.OF_THE_CASE,
            OpenRosaMatrix::submission));
  }

  private static Response revocation(Persona persona, Relation relation) {
    UUID device = UUID.randomUUID();
    UUID unit = persona.unitId().orElse(UUID.fromString(Persona.PESHAWAR));
    Backstage.execute(
        """
        insert into device (id, staff_id, unit_id, label, token_sha256, enrolled_at, expires_at)
        values (?, ?, ?, 'Tablet', sha256(?::text::bytea), now(), now() + interval '1 day')""",
        device,
        relation == Relation.OWN ? persona.staffId().orElse(UUID.randomUUID()) : UUID.randomUUID(),
        relation == Relation.OWN || relation == Relation.SAME_UNIT ? unit : UUID.randomUUID(),
        device);
    return as(persona).body("{}").post("/v1/devices/" + device + "/revocation");
  }

  private static Response submission(Persona persona, Relation relation) {
    String xml =
        Filled.matrix(1, 1)
            .with("/data/meta/instanceID", "uuid:" + UUID.randomUUID())
            .with("/data/hifazat/case", Standing.one(persona, relation).caseId().toString())
            .with("/data/hifazat/finished", "2026-01-15T12:30:00.000+05:00")
            .xml();
    return Calls.given()
        .auth()
        .oauth2(Tokens.of(persona))
        .header("Content-Type", "multipart/form-data; boundary=AaB03x")
        .body(
            "--AaB03x\r\nContent-Disposition: form-data; name=\"xml_submission_file\"; filename=\"f.xml\"\r\n\r\n"
                + xml
                + "\r\n--AaB03x--\r\n")
        .post("/openrosa/submission");
  }
}
