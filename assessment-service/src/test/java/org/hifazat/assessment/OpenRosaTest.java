package org.hifazat.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hifazat.assessment.Requests.as;
import static org.hifazat.platform.testing.Persona.COLLEAGUE;
import static org.hifazat.platform.testing.Persona.OTHER_UNIT_SUPERVISOR;
import static org.hifazat.platform.testing.Persona.SOCIAL_WORKER;
import static org.hifazat.platform.testing.Persona.SUPERVISOR;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hifazat.assessment.instrument.Filled;
import org.hifazat.platform.security.Housekeeping;
import org.hifazat.platform.testing.Calls;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A device lists, downloads, fills and submits, with the engine and the requests of Collect. */
@HifazatTest(service = "assessments")
class OpenRosaTest {

  private static final String FORMS = "/openrosa/forms/kp-risk-matrix/1/";

  private final MutableClock clock;

  private final Housekeeping housekeeping;

  OpenRosaTest(MutableClock clock, Housekeeping housekeeping) {
    this.clock = clock;
    this.housekeeping = housekeeping;
  }

  private static long rows(String device) {
    return Backstage.count("select count(*) from device where id = ?", UUID.fromString(device));
  }

  @BeforeEach
  void theDirectoryKnowsTheStaff() {
    for (Persona persona : new Persona[] {SOCIAL_WORKER, COLLEAGUE, SUPERVISOR}) {
      Backstage.execute(
          "insert into known_staff (staff_id, unit_id, roles, active, version) values (?, ?, string_to_array(?, ','), true, 1)"
              + " on conflict (staff_id) do update set active = true, unit_id = excluded.unit_id, roles = excluded.roles",
          Backstage.staff(persona),
          persona.unitId().orElseThrow(),
          String.join(",", persona.roles()));
    }
  }

  @Test
  void anEnrolledDeviceListsDownloadsFillsAndSubmits() throws Exception {
    UUID caseId = numberedCase("KP-PSH-000777");
    Collect collect = device(SOCIAL_WORKER);

    HttpResponse<String> list = collect.get("/openrosa/formList");
    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(list.headers().firstValue("X-OpenRosa-Version")).contains("1.0");
    assertThat(list.body())
        .contains("http://openrosa.org/xforms/xformsList", "<formID>kp-risk-matrix</formID>");
    String entry = between(list.body(), "<formID>kp-risk-matrix</formID>", "</xform>");
    HttpResponse<String> form = collect.get(between(entry, "<downloadUrl>", "</downloadUrl>"));
    assertThat(between(entry, "<hash>", "</hash>")).isEqualTo("md5:" + md5(form.body()));
    String manifest = collect.get(between(entry, "<manifestUrl>", "</manifestUrl>")).body();
    String cases = collect.get(between(manifest, "<downloadUrl>", "</downloadUrl>")).body();
    assertThat(between(manifest, "<hash>", "</hash>")).isEqualTo("md5:" + md5(cases));
    assertThat(cases).contains(caseId.toString(), "KP-PSH-000777");

    HttpResponse<String> asked = collect.head("/openrosa/submission");
    assertThat(asked.statusCode()).isEqualTo(204);
    assertThat(asked.headers().firstValue("X-OpenRosa-Accept-Content-Length")).contains("400000");
    assertThat(asked.headers().firstValue("Location")).isPresent();

    String filled = collect.fill(form.body(), cases, answers(caseId));
    HttpResponse<String> sent = collect.submit(filled);
    assertThat(sent.body()).contains("submit_success");
    assertThat(sent.statusCode()).isEqualTo(201);
    assertThat(collect.submit(filled).statusCode()).as("a lost answer, sent again").isEqualTo(201);
    as(SOCIAL_WORKER)
        .get("/v1/cases/" + caseId + "/assessments")
        .then()
        .body("items.size()", equalTo(1))
        .body("items[0].riskLevel", equalTo("high"))
        .body("items[0].score", equalTo(6))
        .body("items[0].claimedScoreRejected", equalTo(false));
  }

  @Test
  void whatIsNoFilledFormOfAnOpenCaseWithinReachIsRefusedAndSaidSo() throws Exception {
    Collect collect = device(SOCIAL_WORKER);
    String foreign =
        submission(Backstage.openCase(UUID.randomUUID(), UUID.fromString(Persona.MARDAN)));
    assertThat(collect.submit(foreign).statusCode()).isEqualTo(404);
    UUID caseId = Backstage.openCase();
    String good = submission(caseId);
    assertThat(collect.submit(good.replace("version=\"1\"", "version=\"7\"")).statusCode())
        .isEqualTo(422);
    assertThat(collect.submit(good.replace("<severity>1<", "<severity>9<")).body())
        .contains("submit_error");
    assertThat(collect.submit(good.replaceAll("<case>[^<]*</case>", "")).statusCode())
        .isEqualTo(422);
    assertThat(
            collect
                .submit("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>" + good)
                .statusCode())
        .isEqualTo(422);
    assertThat(collect.submit("no form at all").statusCode()).isEqualTo(422);
    assertThat(collect.submitRaw("multipart/form-data", "--x").statusCode()).isEqualTo(422);
    Calls.given()
        .auth()
        .oauth2(Tokens.of(SOCIAL_WORKER))
        .header("Content-Type", "multipart/form-data; boundary=x")
        .body("x".repeat(10_000_000))
        .post("/openrosa/submission")
        .then()
        .statusCode(413);
    as(SOCIAL_WORKER)
        .get("/v1/cases/" + caseId + "/assessments")
        .then()
        .body("items.size()", equalTo(0));
    assertThat(collect.submit(good).statusCode()).isEqualTo(201);
  }

  @Test
  void aDevicesTokenOpensOnlyTheFormsAndOnlyWhileItsOwnerWorksThere() throws Exception {
    Response enrolled = enrol(COLLEAGUE);
    String id = enrolled.path("id");
    String token = enrolled.path("settings.password");
    Collect collect = device(enrolled);
    assertThat(collect.get("/v1/instruments").statusCode()).isEqualTo(401);
    Requests.bearing(token).get("/v1/instruments").then().statusCode(401);
    assertThat(collect.get("/openrosa/formList").statusCode()).isEqualTo(200);
    assertThat(device(id, token + "x").get("/openrosa/formList").statusCode()).isEqualTo(401);
    HttpResponse<String> unknown = device(id, "hfd_" + "A".repeat(43)).get("/openrosa/formList");
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(unknown.headers().firstValue("WWW-Authenticate"))
        .contains("Basic realm=\"Hifazat\"");

    staff("active = false");
    assertThat(collect.get("/openrosa/formList").statusCode()).as("left").isEqualTo(401);
    staff("active = true, roles = '{auditor}'");
    assertThat(collect.get("/openrosa/formList").statusCode()).as("other work").isEqualTo(403);
    staff("roles = '{social-worker}', unit_id = gen_random_uuid()");
    assertThat(collect.get("/openrosa/formList").statusCode()).as("other unit").isEqualTo(401);
    theDirectoryKnowsTheStaff();
    assertThat(collect.get("/openrosa/formList").statusCode()).isEqualTo(200);

    clock.advance(Duration.ofDays(91));
    assertThat(collect.get("/openrosa/formList").statusCode()).as("too old").isEqualTo(401);
    housekeeping.runAll();
    assertThat(rows(id)).as("listed for a while, so that its owner sees why").isOne();
    clock.advance(Duration.ofDays(30));
    String fresh = enrol(COLLEAGUE).path("id");
    housekeeping.runAll();
    assertThat(rows(id)).as("gone with its token").isZero();
    assertThat(rows(fresh)).isOne();
  }

  @Test
  void aLostDeviceIsTakenAwayByItsOwnerOrTheUnitsSupervisor() throws Exception {
    for (Persona by : new Persona[] {COLLEAGUE, SUPERVISOR}) {
      Response enrolled = enrol(COLLEAGUE);
      String id = enrolled.path("id");
      Collect collect = device(enrolled);
      as(SUPERVISOR).get("/v1/devices").then().body("items.id", hasItem(id));
      as(SOCIAL_WORKER).get("/v1/devices").then().body("items.id", not(hasItem(id)));
      revoke(SOCIAL_WORKER, id).then().statusCode(403);
      revoke(OTHER_UNIT_SUPERVISOR, id).then().statusCode(404);
      assertThat(collect.get(FORMS + "form.xml").statusCode()).isEqualTo(200);
      revoke(by, id).then().statusCode(200);
      assertThat(collect.get(FORMS + "form.xml").statusCode()).isEqualTo(401);
      assertThat(Backstage.audit("REVOKE_DEVICE", id)).contains("performed ");
    }
  }

  @Test
  void theTokenIsShownOnceAndKeptAsAHashOnly() {
    UUID key = UUID.randomUUID();
    Response first = enrol(SOCIAL_WORKER, key);
    String token = first.path("settings.password");
    assertThat(token).matches("hfd_[A-Za-z0-9_-]{43}");
    Response again = enrol(SOCIAL_WORKER, key);
    assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
    assertThat(again.asString()).doesNotContain("settings", token);
    assertThat(as(SOCIAL_WORKER).get("/v1/devices").asString()).doesNotContain(token);
    assertThat(
            Backstage.texts(
                "select d::text from device d where id = ?::uuid", (String) first.path("id")))
        .noneMatch(row -> row.contains(token));
  }

  private static Map<String, String> answers(UUID caseId) {
    Map<String, String> answers = new LinkedHashMap<>();
    answers.put("/data/hifazat/case", caseId.toString());
    answers.put("/data/conducted_on", "2026-01-15");
    answers.put("/data/child_seen", "alone");
    answers.put("/data/danger/red_flags", "none");
    answers.put("/data/harm/likelihood", "3");
    answers.put("/data/harm/severity", "2");
    answers.put("/data/protection/factors", "none");
    return answers;
  }

  private static String submission(UUID caseId) {
    return Filled.matrix(1, 1)
        .with("/data/meta/instanceID", "uuid:" + UUID.randomUUID())
        .with("/data/hifazat/case", caseId.toString())
        .with("/data/hifazat/finished", "2026-01-15T12:30:00.000+05:00")
        .xml();
  }

  private static UUID numberedCase(String number) {
    UUID caseId = Backstage.openCase();
    Backstage.execute("update known_case set case_number = ? where case_id = ?", number, caseId);
    return caseId;
  }

  private static void staff(String change) {
    Backstage.execute(
        "update known_staff set " + change + " where staff_id = ?", Backstage.staff(COLLEAGUE));
  }

  private static Response enrol(Persona persona) {
    return enrol(persona, UUID.randomUUID());
  }

  private static Response enrol(Persona persona, UUID key) {
    Response enrolled =
        as(persona)
            .header("Idempotency-Key", key)
            .body("{\"label\":\"Office tablet\"}")
            .post("/v1/devices");
    enrolled.then().statusCode(201).header("Cache-Control", "no-store");
    return enrolled;
  }

  private static Response revoke(Persona persona, String id) {
    return as(persona).body("{}").post("/v1/devices/" + id + "/revocation");
  }

  private static Collect device(Persona persona) throws Exception {
    return device(enrol(persona));
  }

  private static Collect device(Response enrolled) throws Exception {
    assertThat(enrolled.<String>path("settings.serverUrl")).endsWith("/openrosa");
    return device(enrolled.path("settings.username"), enrolled.path("settings.password"));
  }

  private static Collect device(String username, String password) throws Exception {
    return new Collect("http://localhost:" + RestAssured.port, username, password);
  }

  private static String between(String text, String from, String to) {
    Matcher found =
        Pattern.compile(Pattern.quote(from) + "(.*?)" + Pattern.quote(to), Pattern.DOTALL)
            .matcher(text);
    assertThat(found.find()).as(from).isTrue();
    return found.group(1);
  }

  private static String md5(String text) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
