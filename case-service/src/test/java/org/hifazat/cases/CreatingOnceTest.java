package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.consent;
import static org.hifazat.cases.Requests.openCase;
import static org.hifazat.cases.Requests.openCaseBody;
import static org.hifazat.cases.Requests.report;
import static org.hifazat.cases.Requests.waiting;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request sent twice makes one thing; the same key for another thing is refused. */
@HifazatTest(service = "cases")
class CreatingOnceTest {
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";

  @Inject DataSource database;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void aReportSentTwiceIsOneReport() {
    UUID key = UUID.randomUUID();
    String body = report("peshawar", Instant.now().minusSeconds(60));
    Response first = post("/v1/concern-reports", key, body);
    Map<String, Long> once = Backstage.rows();
    Response again = post("/v1/concern-reports", key, body);
    again.then().statusCode(201).body("id", equalTo(first.path("id")));
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(Backstage.rows()).isEqualTo(once);
  }

  @Test
  void theSameKeyForAnotherReportIsRefused() {
    UUID key = UUID.randomUUID();
    String body = report("peshawar", Instant.now().minusSeconds(60));
    post("/v1/concern-reports", key, body).then().statusCode(201);
    Map<String, Long> once = Backstage.rows();
    post("/v1/concern-reports", key, body.replace("\"urgent\"", "\"routine\""))
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
    assertThat(Backstage.rows()).isEqualTo(once);
  }

  @Test
  void aTriageSentTwiceIsOneCaseAndOneChild() {
    Response report = waiting(Persona.SOCIAL_WORKER);
    String path = "/v1/concern-reports/" + report.path("id") + "/triage";
    String body = openCaseBody(Persona.SOCIAL_WORKER, "Storay", NINE_YEARS);
    UUID key = UUID.randomUUID();
    Response first = triage(path, key, report.header("ETag"), body);
    first.then().statusCode(201);
    Map<String, Long> once = Backstage.rows();
    Response again = triage(path, key, report.header("ETag"), body);
    again.then().statusCode(201);
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(again.header("Location")).isEqualTo("/v1/cases/" + first.path("caseId"));
    assertThat(Backstage.rows()).isEqualTo(once);
    triage(path, key, report.header("ETag"), body.replace("Storay", "Stori"))
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
    assertThat(Backstage.rows()).isEqualTo(once);
  }

  @Test
  void aConsentSentTwiceIsOneConsent() {
    String id = openCase(Persona.SOCIAL_WORKER, "Breshna", NINE_YEARS);
    UUID key = UUID.randomUUID();
    String body = consent("tracing", "caregiver", Instant.now().minusSeconds(5), "");
    Response first = post("/v1/cases/" + id + "/consents", key, body);
    first.then().statusCode(201);
    Map<String, Long> once = Backstage.rows();
    Response again = post("/v1/cases/" + id + "/consents", key, body);
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(Backstage.rows()).isEqualTo(once);
    post("/v1/cases/" + id + "/consents", key, body.replace("tracing", "photo"))
        .then()
        .statusCode(422);
    assertThat(Backstage.rows()).isEqualTo(once);
  }

  @Test
  void anothersKeyIsAnotherKey() {
    UUID key = UUID.randomUUID();
    String body = report("peshawar", Instant.now().minusSeconds(60));
    String mine = post("/v1/concern-reports", key, body).path("id");
    String theirs =
        as(Persona.COLLEAGUE)
            .header("Idempotency-Key", key)
            .body(body)
            .post("/v1/concern-reports")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    assertThat(theirs).isNotEqualTo(mine);
  }

  @Test
  void severalWhoTriageTheSameReportAtOnceOpenOneCase() throws Exception {
    Response report = waiting(Persona.SOCIAL_WORKER);
    String path = "/v1/concern-reports/" + report.path("id") + "/triage";
    String body = openCaseBody(Persona.SOCIAL_WORKER, "Zmarak", NINE_YEARS);
    List<Callable<Integer>> tries =
        Collections.nCopies(
            6, () -> triage(path, UUID.randomUUID(), report.header("ETag"), body).statusCode());
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService together = Executors.newFixedThreadPool(6)) {
      for (Future<Integer> answer : together.invokeAll(tries)) {
        answers.add(answer.get());
      }
    }
    assertThat(answers).containsOnlyOnce(201).allMatch(List.of(201, 409, 412)::contains);
    assertThat(
            Backstage.count(
                "select count(*) from case_file where concern_report_id = ?::uuid",
                report.<String>path("id")))
        .isOne();
    assertThat(
            Backstage.count(
                "select count(*) from child c where not exists"
                    + " (select 1 from case_file f where f.child_id = c.id)"))
        .as("children without a case")
        .isZero();
  }

  private static Response post(String path, UUID key, String body) {
    return as(Persona.SOCIAL_WORKER).header("Idempotency-Key", key).body(body).post(path);
  }

  private static Response triage(String path, UUID key, String etag, String body) {
    return as(Persona.SOCIAL_WORKER)
        .header("Idempotency-Key", key)
        .header("If-Match", etag)
        .body(body)
        .post(path);
  }
}
