package org.hifazat.cases.takeover;

import static org.hifazat.platform.testing.Calls.given;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.hifazat.cases.Requests;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;
import org.jspecify.annotations.Nullable;

/** What a supervisor sends of an earlier register; invented children only. */
public final class Files {
  public static final String HEADER =
      "source_id,given_name,father_name,sex,birth_date,age_years,district,concerns,opened_on,phone\n";

  /** All columns beyond those of {@link #HEADER}. */
  public static final String HISTORY =
      "mother_name,caregiver_name,caregiver_relation,caregiver_phone,union_council,tehsil,owner,"
          + "state,risk_level,risk_on,consent,consent_on,closed_on,closure_reason\n";

  private Files() {}

  public static Response begin(String token) {
    return given()
        .auth()
        .oauth2(token)
        .header("Idempotency-Key", UUID.randomUUID())
        .post("/v1/imports");
  }

  public static Response begin(Persona persona) {
    return begin(Tokens.of(persona));
  }

  public static Response piece(Persona persona, String id, int position, byte[] content) {
    return given()
        .auth()
        .oauth2(Tokens.of(persona))
        .contentType("application/octet-stream")
        .body(content)
        .put("/v1/imports/" + id + "/pieces/" + position);
  }

  public static Response step(Persona persona, String id, String step, String etag) {
    return Requests.as(persona).header("If-Match", etag).post("/v1/imports/" + id + "/" + step);
  }

  public static Response decide(
      Persona persona, String id, int row, String decision, @Nullable String reason, String etag) {
    return Requests.as(persona)
        .header("If-Match", etag)
        .contentType("application/json")
        .body(
            "{\"decision\":\"%s\"%s}"
                .formatted(decision, reason == null ? "" : ",\"reason\":\"" + reason + "\""))
        .post("/v1/imports/" + id + "/rows/" + row + "/decision");
  }

  public static Response read(Persona persona, String id) {
    return Requests.as(persona).get("/v1/imports/" + id);
  }

  /** Uploaded and waiting to be checked. */
  public static String uploaded(Persona persona, byte[] file) {
    Response begun = begin(persona);
    begun.then().statusCode(201);
    String id = begun.path("id");
    int size = 100_000;
    for (int at = 0, position = 0; at < file.length; at += size, position++) {
      byte[] part = Arrays.copyOfRange(file, at, Math.min(file.length, at + size));
      piece(persona, id, position, part).then().statusCode(204);
    }
    step(persona, id, "check", begun.header("ETag")).then().statusCode(200);
    return id;
  }

  /** With the columns of a case's history. */
  public static String uploadedWithHistory(Persona persona, String rows) {
    String header = HEADER.replace("\n", "," + HISTORY);
    return uploaded(persona, (header + rows).getBytes(StandardCharsets.UTF_8));
  }

  public static String uploaded(Persona persona, String rows) {
    return uploaded(persona, (HEADER + rows).getBytes(StandardCharsets.UTF_8));
  }

  /** The report of the rows, at most a hundred. */
  static Response rows(Persona persona, String id, String more) {
    Response rows = Requests.as(persona).get("/v1/imports/" + id + "/rows?limit=100" + more);
    rows.then().statusCode(200);
    return rows;
  }
}
