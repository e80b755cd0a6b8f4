package org.hifazat.cases.restricted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.openCase;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hifazat.cases.Backstage;
import org.hifazat.cases.Database;
import org.hifazat.cases.Directory;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What could send a child away is asked for a need, read one by one, and taken away again. */
@HifazatTest(service = "cases")
class NationalityTest {
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";
  private static final Persona ME = Persona.SOCIAL_WORKER;

  @Inject DataSource database;
  @Inject CallerContext callers;

  private String caseId = "";

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
    caseId = openCase(ME, "Parwana", NINE_YEARS);
  }

  @Test
  void itIsKeptForANeedAndEveryReadingIsOnRecord() {
    read(ME).then().statusCode(200).header("ETag", "\"v0\"").body("status", nullValue());
    record(ME, "\"v0\"", body("afghan-por")).then().statusCode(200).header("ETag", "\"v1\"");
    read(ME)
        .then()
        .header("ETag", "\"v1\"")
        .header("Cache-Control", containsString("no-store"))
        .body("status", equalTo("afghan-por"))
        .body("documentNumber", equalTo("PoR 12-34 X"))
        .body("neededFor", equalTo("documentation"));
    assertThat(Backstage.audit("VIEW_NATIONALITY", caseId)).hasSize(2).allMatch("read "::equals);
    assertThat(Backstage.audit("RECORD_NATIONALITY", caseId)).containsExactly("performed ");
  }

  @Test
  void itStandsNowhereElse() {
    record(ME, "\"v0\"", body("afghan-undocumented")).then().statusCode(200);
    for (String path : List.of("", "/child", "/persons", "/separation")) {
      as(ME)
          .get("/v1/cases/" + caseId + path)
          .then()
          .statusCode(200)
          .body(not(containsString("afghan")))
          .body(not(containsString("PoR 12")));
    }
    as(ME).get("/v1/cases").then().body(not(containsString("afghan")));
    assertThat(
            Backstage.count(
                "select count(*) from timeline_entry where case_id = ?::uuid and array_to_string(codes, ' ') like '%afghan%'",
                caseId))
        .isZero();
    assertThat(Backstage.count("select count(*) from outbox where payload::text like '%afghan%'"))
        .isZero();
    assertThat(
            Backstage.count(
                "select count(*) from nationality_status s where s::text like '%afghan%' or encode(status, 'escape') like '%afghan%'"))
        .isZero();
  }

  @Test
  void whatNoServiceNeedsAnyMoreIsTakenAway() {
    record(ME, "\"v0\"", body("afghan-acc")).then().statusCode(200);
    as(ME).header("If-Match", "\"v0\"").delete(path()).then().statusCode(412);
    as(ME).delete(path()).then().statusCode(428);
    as(ME).header("If-Match", "\"v1\"").delete(path()).then().statusCode(204);
    read(ME).then().header("ETag", "\"v0\"").body("status", nullValue());
    as(ME).header("If-Match", "\"v1\"").delete(path()).then().statusCode(404);
    assertThat(
            Backstage.count(
                "select count(*) from nationality_status where case_id = ?::uuid", caseId))
        .isZero();
  }

  @Test
  void ofThoseWhoRecordTheFirstVersionAtOnceOneIsKept() {
    List<Integer> answers =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> record(ME, "\"v0\"", body("afghan-por")).statusCode()))
            .limit(4)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();
    assertThat(answers).containsExactly(200, 412, 412, 412);
    read(ME).then().header("ETag", "\"v1\"");
  }

  @Test
  void theSecondOfTwoIsTold() {
    record(ME, "\"v0\"", body("afghan-por")).then().statusCode(200);
    record(Persona.SUPERVISOR, "\"v0\"", body("unknown")).then().statusCode(412);
    read(ME).then().body("status", equalTo("afghan-por"));
  }

  @ParameterizedTest(name = "{0} for {1}")
  @CsvSource({
    "martian, documentation, 422, code-unknown",
    "afghan-por, curiosity, 422, code-unknown",
    "afghan-por, '', 400, invalid-value"
  })
  void withoutAKnownNeedOrCodeItIsNotKept(String status, String need, int answer, String code) {
    record(ME, "\"v0\"", body(status).replace("documentation", need))
        .then()
        .statusCode(answer)
        .body("code", equalTo(code));
    read(ME).then().header("ETag", "\"v0\"");
  }

  @Test
  void aPsychologistOfTheCaseAndEverybodyElseIsRefused() {
    record(ME, "\"v0\"", body("afghan-por")).then().statusCode(200);
    read(Persona.COLLEAGUE).then().statusCode(403);
    read(Persona.OTHER_UNIT_SUPERVISOR).then().statusCode(404);
    Backstage.execute(
        "update case_file set owner_id = ? where id = ?::uuid",
        Persona.PSYCHOLOGIST.staffId().orElseThrow(),
        caseId);
    read(Persona.PSYCHOLOGIST).then().statusCode(403);
    record(Persona.PSYCHOLOGIST, "\"v1\"", body("unknown")).then().statusCode(403);
    assertThat(Backstage.audit("VIEW_NATIONALITY", caseId))
        .anyMatch(row -> row.startsWith("refused"));
    assertThat(
            new Database(database, callers)
                .seen(
                    Database.caller(Persona.OTHER_UNIT_SUPERVISOR),
                    "select count(*) from nationality_status where case_id = '" + caseId + "'"))
        .isZero();
  }

  private String path() {
    return "/v1/cases/" + caseId + "/nationality";
  }

  private Response read(Persona persona) {
    return as(persona).get(path());
  }

  private Response record(Persona persona, String etag, String body) {
    return as(persona).header("If-Match", etag).body(body).put(path());
  }

  static String body(String status) {
    return """
        {"happenedAt":"%s","status":"%s","displacement":"refugee","documentNumber":"PoR 12-34 X","neededFor":"documentation"}"""
        .formatted(Instant.now().minusSeconds(1), status);
  }
}
