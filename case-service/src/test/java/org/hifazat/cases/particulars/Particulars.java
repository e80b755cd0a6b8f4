package org.hifazat.cases.particulars;

import static org.hifazat.cases.Requests.as;

import io.restassured.response.Response;
import java.time.Instant;
import org.hifazat.platform.testing.Persona;

/** What the personas send of an invented child. */
public final class Particulars {
  private Particulars() {}

  /** A girl of nine by what was said, with something in every field. */
  public static String full(String given) {
    return """
        {"happenedAt":"%s",
         "names":{"given":"%s","father":"Invented Father","knownAs":"Gulo","script":"latn",
                  "otherScript":{"given":"زرمینه","father":"فرضی"}},
         "sex":"female","birthYear":2017,"ageBasis":"stated","languages":["ps","ur"],
         "address":"House 0, Invented Street","safeContact":"Through the school","phone":"0300-0000987",
         "identity":{"kind":"b-form","number":"17301-1234567-2"},
         "disabilities":["hearing"],"disabilityDetails":"Hears with the left ear.",
         "schooling":{"status":"attending","kind":"government","name":"Invented School","grade":"4"},
         "care":{"arrangement":"kinship","since":"2024-05-01","details":"With an aunt."}}"""
        .formatted(Instant.now().minusSeconds(1), given);
  }

  public static Response read(Persona persona, String caseId) {
    return as(persona).get("/v1/cases/" + caseId + "/child");
  }

  public static Response change(Persona persona, String caseId, String etag, String body) {
    return as(persona).header("If-Match", etag).body(body).put("/v1/cases/" + caseId + "/child");
  }
}
