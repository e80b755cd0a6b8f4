package org.hifazat.cases;

import static org.hifazat.cases.Requests.as;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.Persona;

/** Documents as a browser sends and saves them. */
public final class Uploads {
  static final int PIECE = 64 << 10;

  private Uploads() {}

  public static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }

  public static Response begin(
      Persona persona, String caseId, String confidentiality, String type, byte[] content) {
    return begin(persona, caseId, confidentiality, type, content.length, sha256(content));
  }

  public static Response begin(
      Persona persona,
      String caseId,
      String confidentiality,
      String type,
      int size,
      String sha256) {
    return as(persona)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(
            """
            {"kind":"photo","confidentiality":"%s","title":"Ghjklm title","happenedAt":"%s",
             "mediaType":"%s","size":%d,"sha256":"%s"}"""
                .formatted(confidentiality, Instant.now(), type, size, sha256))
        .post("/v1/cases/" + caseId + "/uploads");
  }

  public static Response send(Persona persona, String upload, byte[] content, int from, int to) {
    return as(persona)
        .contentType(ContentType.BINARY)
        .body(Arrays.copyOfRange(content, from, to))
        .patch("/v1/uploads/" + upload + "?offset=" + from);
  }

  public static Response finish(Persona persona, String upload) {
    return as(persona).post("/v1/uploads/" + upload + "/completion");
  }

  /** Begun, sent in pieces and finished; the answer of finishing. */
  public static Response upload(
      Persona persona, String caseId, String confidentiality, String type, byte[] content) {
    String upload =
        begin(persona, caseId, confidentiality, type, content)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    for (int from = 0; from < content.length; from += PIECE) {
      send(persona, upload, content, from, Math.min(from + PIECE, content.length))
          .then()
          .statusCode(200);
    }
    return finish(persona, upload);
  }

  public static Response remove(Persona persona, String document, String reason) {
    return as(persona)
        .body("{\"reason\":\"" + reason + "\"}")
        .post("/v1/documents/" + document + "/removal");
  }

  public static Response content(Persona persona, String document) {
    return as(persona)
        .noFiltersOfType(ContractFilter.class)
        .get("/v1/documents/" + document + "/content");
  }
}
