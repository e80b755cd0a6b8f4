package org.hifazat.cases;

import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.record;
import static org.hifazat.cases.Requests.report;
import static org.hifazat.cases.Requests.searchToken;
import static org.hifazat.cases.Requests.triage;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.hifazat.platform.testing.Calls;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;
import org.jspecify.annotations.Nullable;

/** One invented child registered more than once; each instance is another child. */
public final class Twins {
  private static final String[][] SYLLABLES = {
    {"ba", "با"},
    {"ra", "را"},
    {"na", "نا"},
    {"la", "لا"},
    {"ma", "ما"},
    {"ka", "کا"},
    {"za", "زا"},
    {"ta", "تا"},
    {"ga", "گا"},
    {"da", "دا"},
    {"ja", "جا"},
    {"sha", "شا"},
    {"fa", "فا"},
    {"pa", "پا"}
  };

  private final String[] given = invented();
  private final String[] father = invented();
  private final String phone = phone();

  /** Children of other tests wait to be compared by the thousand; here nobody asks for them. */
  public static void alone() {
    Backstage.execute("delete from child_to_match");
  }

  public static String phone() {
    return "0301-%07d".formatted(ThreadLocalRandom.current().nextInt(10_000_000));
  }

  public String given() {
    return given[0];
  }

  public String givenInUrdu() {
    return given[1];
  }

  public String father() {
    return father[0];
  }

  /** The child as written in Latin letters. */
  public String latin(Persona worker, String district) {
    return open(worker, district, given[0], father[0], 9, phone);
  }

  /** The same child a second time, in Urdu letters and a year older. */
  public String urdu(Persona worker, String district) {
    return open(worker, district, given[1], father[1], 10, phone);
  }

  public String open(
      Persona worker, String district, String name, String fathersName, int years, String phone) {
    Response reported = record(worker, report(district, Instant.now().minusSeconds(60)));
    String child =
        """
        {"names":{"given":"%s","father":"%s","script":"%s"},"sex":"male","estimatedAgeYears":%d,
         "ageBasis":"stated","language":"ps","phone":"%s"}\
        """
            .formatted(
                name, fathersName, name.codePointAt(0) > 0x600 ? "arab" : "latn", years, phone);
    return triage(
            worker,
            reported.path("id"),
            reported.header("ETag"),
            triage(searchToken(worker, name), Instant.now().minusSeconds(30), child))
        .then()
        .statusCode(201)
        .extract()
        .path("caseId");
  }

  /** The two cases wait in the queue as if the register had been compared with itself. */
  public static String suspected(String one, String other) {
    String id = UUID.randomUUID().toString();
    Backstage.execute(
        """
        insert into duplicate_pair (id, one_child, other_child, one_case, other_case, one_unit, other_unit, zone,
                                    chance, weight, parts, weights_version, found_at, state, version)
        select ?::uuid, least(a.child_id, b.child_id), greatest(a.child_id, b.child_id),
               case when a.child_id < b.child_id then a.id else b.id end,
               case when a.child_id < b.child_id then b.id else a.id end,
               case when a.child_id < b.child_id then a.unit_id else b.unit_id end,
               case when a.child_id < b.child_id then b.unit_id else a.unit_id end,
               'likely', 0.97, 20.5, '[]', 1, now(), 'open', 0
          from case_file a, case_file b where a.id = ?::uuid and b.id = ?::uuid\
        """,
        id,
        one,
        other);
    return id;
  }

  /** The pair of the two cases as it stands in the queue; the second may be out of reach. */
  public String pair(Persona persona, String first, @Nullable String second) {
    List<Map<String, Object>> items =
        as(persona).get("/v1/duplicates?limit=100").then().statusCode(200).extract().path("items");
    return items.stream()
        .filter(item -> has(item, first) && (second == null || has(item, second)))
        .map(item -> (String) Objects.requireNonNull(item.get("id")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no such pair among " + items.size()));
  }

  private static boolean has(Map<String, Object> item, String caseId) {
    return String.valueOf(item.get("one")).contains(caseId)
        || String.valueOf(item.get("other")).contains(caseId);
  }

  public static Response decide(Persona persona, String pair, String etag, String decision) {
    return as(persona)
        .header("If-Match", etag)
        .body(
            "{\"decision\":\"%s\",\"happenedAt\":\"%s\"}"
                .formatted(decision, Instant.now().minusMillis(5)))
        .post("/v1/duplicates/" + pair + "/decisions");
  }

  /** Proposes to keep the given case, and of the other one nothing. */
  public static Response propose(Persona persona, String pair, String survivor) {
    return propose(persona, pair, survivor, "");
  }

  /** The same, taking parts of the other record: quoted codes. */
  public static Response propose(Persona persona, String pair, String survivor, String taken) {
    Response seen = as(persona).get("/v1/duplicates/" + pair);
    String keep = survivor.equals(seen.path("one.caseId")) ? "one" : "other";
    return as(persona)
        .header("If-Match", seen.header("ETag"))
        .header("Idempotency-Key", UUID.randomUUID())
        .body(
            "{\"keep\":\"%s\",\"take\":[%s],\"happenedAt\":\"%s\"}"
                .formatted(keep, taken, Instant.now().minusMillis(5)))
        .post("/v1/duplicates/" + pair + "/merges");
  }

  public static Response answer(Persona persona, String merge, String what, long version) {
    return answer(Tokens.of(persona), merge, what, version);
  }

  public static Response answer(String token, String merge, String what, long version) {
    String reason = what.equals("undoing") ? "\"reason\":\"not-the-same\"," : "";
    return Calls.given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .header("If-Match", "\"v" + version + "\"")
        .body("{%s\"happenedAt\":\"%s\"}".formatted(reason, Instant.now().minusMillis(2)))
        .post("/v1/merges/" + merge + "/" + what);
  }

  private static String[] invented() {
    StringBuilder latin = new StringBuilder();
    StringBuilder urdu = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      String[] syllable = SYLLABLES[ThreadLocalRandom.current().nextInt(SYLLABLES.length)];
      latin.append(syllable[0]);
      urdu.append(syllable[1]);
    }
    latin.setCharAt(0, Character.toUpperCase(latin.charAt(0)));
    return new String[] {latin.toString(), urdu.toString()};
  }
}
