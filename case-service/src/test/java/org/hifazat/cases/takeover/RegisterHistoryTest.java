package org.hifazat.cases.takeover;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Requests.as;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.hifazat.cases.Backstage;
import org.hifazat.cases.Casework;
import org.hifazat.cases.Directory;
import org.hifazat.cases.Twins;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an earlier register says of its cases, and what people say of its rows. */
@HifazatTest(service = "cases")
class RegisterHistoryTest {
  private static final Persona ME = Persona.SUPERVISOR;

  @Inject DataSource database;
  @Inject RunImports job;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
    Twins.alone();
  }

  @Test
  void whatTheEarlierRegisterSaidOfACaseComesAlongAsHistoryAndCountsForNothingYet() {
    String worker = Persona.SOCIAL_WORKER.staffId().orElseThrow().toString();
    String mark = UUID.randomUUID().toString().substring(0, 8);
    String open =
        Registers.whole(
                mark + "-1",
                "Mother,Aunt,aunt,0300-0000111,Invented UC,Invented Tehsil,%s,planned,high,2025-05-01,given,2025-03-04,,")
            .formatted(worker);
    String closed =
        Registers.whole(
                mark + "-2",
                "Mother,,mother,0300-0000222,,,%s,closed,medium,,,,2025-06-01,goals-met")
            .formatted(worker);
    String id =
        Files.uploadedWithHistory(
            ME,
            open
                + closed
                + Registers.whole(
                    mark + "-3", ",,aunt,,,,,closed,top,2025-01-01,,2025-01-01,,goals-met")
                + Registers.whole(
                    mark + "-4",
                    ",X,nobody,,,,%s,,,2025-01-01,,,2025-01-01,"
                        .formatted(Persona.OTHER_UNIT_SOCIAL_WORKER.staffId().orElseThrow()))
                + Registers.whole(
                    mark + "-5",
                    ",X,nobody,,,,%s,closed,,,,,2025-04-01,no-reason"
                        .formatted(Persona.OTHER_UNIT_SOCIAL_WORKER.staffId().orElseThrow())));
    job.runAll();
    Files.rows(ME, id, "")
        .then()
        .body("items.outcome", contains("ready", "ready", "faulty", "faulty", "faulty"))
        .body(
            "items[2].faults.column",
            contains("caregiver_name", "risk_level", "closed_on", "risk_on", "consent_on"))
        .body("items[3].faults.column", contains("closed_on", "risk_on"))
        .body("items[3].faults.code", everyItem(equalTo("not-with-this-row")))
        .body("items[4].faults.column", hasItems("caregiver_relation", "closure_reason", "owner"));
    Files.step(ME, id, "start", Files.read(ME, id).header("ETag")).then().statusCode(200);
    job.runAll();
    List<String> numbers = Files.rows(ME, id, "&outcome=taken-over").path("items.caseNumber");
    String one = caseOf(numbers.getFirst());
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + one + "/next-steps")
        .then()
        .statusCode(200)
        .body("state", equalTo("identified"))
        .body("riskLevel", nullValue())
        .body("warnings.code", hasItems("imported-risk-high", "imported-consent-given"));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + one)
        .then()
        .body("ownerId", equalTo(worker))
        .body("child.address", equalTo("Invented UC, Invented Tehsil"))
        .body("tasks.kind", hasItem("initial-assessment"));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + one + "/persons")
        .then()
        .body("items.relation", containsInAnyOrder("mother", "aunt"))
        .body("items.find { it.relation == 'aunt' }.roles", contains("caregiver"));
    as(ME)
        .get("/v1/cases/" + one + "/timeline")
        .then()
        .body("items.find { it.kind == 'case-imported' }.codes", contains("planned", "high"));
    Casework.assessed(one, "medium", Instant.now());
    Casework.consented(one);
    as(ME)
        .get("/v1/cases/" + one + "/next-steps")
        .then()
        .body("riskLevel", equalTo("medium"))
        .body("warnings.code", not(hasItems("imported-risk-high")))
        .body("warnings.code", not(hasItems("imported-consent-given")));
    as(ME).get("/v1/cases/" + one).then().body("tasks.overdue", everyItem(equalTo(false)));

    String two = caseOf(numbers.getLast());
    as(ME).get("/v1/cases/" + two).then().body("state", equalTo("closed")).body("tasks", empty());
    as(ME)
        .get("/v1/cases/" + two + "/episodes")
        .then()
        .statusCode(200)
        .body("closures[0].closedAt", equalTo("2025-05-31T19:00:00Z"));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + two + "/persons")
        .then()
        .body("items.relation", contains("mother"))
        .body("items[0].phone", equalTo("0300-0000222"));
    as(Persona.COLLEAGUE).get("/v1/cases/" + one + "/persons").then().statusCode(403);
  }

  private static String caseOf(String number) {
    return Backstage.texts("select id from case_file where number = ?", number).getFirst();
  }

  @Test
  void aPersonSaysOfAKnownChildThatItIsAnotherOrThatItIsTheOne() {
    String one = Registers.name();
    String other = Registers.name();
    String caseOfOne = Registers.known(one);
    Registers.known(other);
    String mark = UUID.randomUUID().toString().substring(0, 8);
    String line = "%s-%d,%s,Invented Father,female,,9,peshawar,,2025-03-04,0300-0000987\n";
    String file =
        line.formatted(mark, 1, one)
            + line.formatted(mark, 2, other)
            + line.formatted(mark, 3, Registers.name());
    String id = Files.uploaded(ME, file);
    job.runAll();
    Files.rows(ME, id, "").then().body("items.outcome", contains("known", "known", "ready"));
    String etag = Files.read(ME, id).header("ETag");
    Files.decide(ME, id, 3, "take-over", "namesake", etag)
        .then()
        .statusCode(409)
        .body("code", equalTo("import-row-not-open"));
    Files.decide(ME, id, 1, "take-over", null, etag).then().body("code", equalTo("code-unknown"));
    Files.decide(ME, id, 1, "take-over", "made-up", etag)
        .then()
        .body("code", equalTo("code-unknown"));
    Files.decide(ME, id, 1, "join", null, "\"v0\"").then().statusCode(412);
    Files.decide(Persona.OTHER_UNIT_SUPERVISOR, id, 1, "join", null, etag).then().statusCode(404);
    Files.decide(ME, id, 4, "join", null, etag).then().statusCode(404);

    Response joined = Files.decide(ME, id, 1, "join", null, etag);
    joined.then().statusCode(200).body("joined", equalTo(1)).body("known", equalTo(1));
    etag = joined.header("ETag");
    Response insisted = Files.decide(ME, id, 2, "take-over", "namesake", etag);
    insisted.then().statusCode(200).body("ready", equalTo(2)).body("known", equalTo(0));
    Files.step(ME, id, "start", insisted.header("ETag")).then().statusCode(200);
    job.runAll();
    Files.rows(ME, id, "")
        .then()
        .body("items.outcome", contains("joined", "taken-over", "taken-over"))
        .body("items[1].reason", equalTo("namesake"));
    as(ME)
        .get("/v1/cases/" + caseOfOne + "/timeline")
        .then()
        .body("items.kind", hasItem("register-entry-joined"));
    String again = Files.uploaded(ME, file);
    job.runAll();
    Files.rows(ME, again, "")
        .then()
        .body("items.faults.flatten().code", everyItem(equalTo("taken-over-before")));
  }
}
