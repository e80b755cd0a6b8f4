package org.hifazat.cases.consent;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.consent;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.cases.Backstage;
import org.hifazat.cases.Directory;
import org.hifazat.cases.Topic;
import org.hifazat.cases.Twins;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recipients outside the directory, over a merge and its undoing. */
@HifazatTest(service = "cases")
class MergedRecipientTest {
  private static final Persona WORKER = Persona.SOCIAL_WORKER;
  private static final String WITHDRAWN = "org.hifazat.cases.consent-withdrawn.v1";

  @Inject DataSource database;

  private final Twins twins = new Twins();

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  private record Pair(String kept, String merged) {}

  private Pair twice() {
    return new Pair(twins.latin(WORKER, "peshawar"), twins.urdu(WORKER, "peshawar"));
  }

  private static String merged(Pair pair) {
    String suspected = Twins.suspected(pair.kept(), pair.merged());
    String merge = Twins.propose(WORKER, suspected, pair.kept()).path("id");
    Twins.answer(Persona.SUPERVISOR, merge, "confirmation", 0).then().statusCode(200);
    return merge;
  }

  private static void undone(String merge) {
    Twins.answer(Persona.SUPERVISOR, merge, "undoing", 1).then().statusCode(200);
  }

  @Test
  void aYesToARecipientOfACasePartedAgainIsTakenBackAndTold() {
    Pair pair = twice();
    String doctor = says(pair.merged(), "child", named("Doctor Zarghun"), "given");
    String merge = merged(pair);
    says(pair.kept(), "child", known(doctor), "given");
    says(pair.kept(), "caregiver", known(doctor), "given");
    page(pair.kept())
        .then()
        .body("recipients.id", hasItem(doctor))
        .body(standing(doctor) + "stands", equalTo(true));
    undone(merge);
    // The name is the other child's; the word stays and can be taken back.
    page(pair.kept())
        .then()
        .statusCode(200)
        .body("recipients", hasSize(0))
        .body(standing(doctor) + "stands", equalTo(true));
    refused(word(pair.kept(), "child", known(doctor), "given"), 422, "recipient-unknown");
    refused(
        word(pair.kept(), "child", known(UUID.randomUUID().toString()), "withdrawn"),
        422,
        "recipient-unknown");
    // Out of reach, not even what they were asked for is known any more.
    Backstage.execute(
        "update case_file set unit_id = ?::uuid, owner_id = null where id = ?::uuid",
        Persona.MARDAN,
        pair.merged());
    says(pair.kept(), "child", known(doctor), "withdrawn");
    page(pair.kept()).then().body(standing(doctor) + "stands", equalTo(false));
    Awaitility.await("told")
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                Topic.read(Topic.CASES, pair.kept()).stream()
                    .filter(record -> Topic.type(record).equals(WITHDRAWN))
                    .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                    .peek(json -> EventContracts.load().assertPublishable(WITHDRAWN, json))
                    .anyMatch(json -> json.contains(doctor)));
  }

  @Test
  void aRecipientOfACasePartedAgainWhomNoWordNamesIsUnknown() {
    Pair pair = twice();
    String doctor = says(pair.merged(), "child", named("Doctor Zarghun"), "given");
    undone(merged(pair));
    for (String decision : List.of("given", "refused", "withdrawn")) {
      refused(word(pair.kept(), "child", known(doctor), decision), 422, "recipient-unknown");
    }
  }

  @Test
  void aNoOfAMergedCaseCountsUnderTheNameThisCaseHas() {
    Pair pair = twice();
    String theirs = says(pair.merged(), "child", named("Doctor Zarghun"), "refused");
    String own = says(pair.kept(), "child", named("Dr Zarghun"), "given");
    merged(pair);
    refused(
        word(pair.kept(), "caregiver", known(own), "given"), 409, "recipient-refused-elsewhere");
    says(pair.kept(), "child", known(theirs), "given");
    says(pair.kept(), "caregiver", known(own), "given");
  }

  @Test
  void whomTheChildIsKeptSafeFromInAMergedCaseIsNotNamedInThisOne() {
    Pair pair = twice();
    as(WORKER)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(
            """
            {"relation":"uncle","roles":["person-of-concern"],"name":"Toryal","happenedAt":"%s"}"""
                .formatted(Instant.now().minusSeconds(1)))
        .post("/v1/cases/" + pair.merged() + "/persons")
        .then()
        .statusCode(201);
    String merge = merged(pair);
    refused(word(pair.kept(), "child", named("Dr. Toryal"), "given"), 409, "recipient-of-concern");
    undone(merge);
    says(pair.kept(), "child", named("Dr. Toryal"), "given");
  }

  private static String named(String name) {
    return ",\"recipient\":{\"name\":\"%s\",\"serviceType\":\"health\",\"place\":\"Invented Kalay\"}"
        .formatted(name);
  }

  private static String known(String id) {
    return ",\"recipientId\":\"" + id + "\"";
  }

  private static String says(String id, String giver, String more, String decision) {
    return word(id, giver, more, decision).then().statusCode(201).extract().path("recipientId");
  }

  private static Response word(String id, String giver, String more, String decision) {
    return consent(
        WORKER,
        id,
        consent("share-information", giver, Instant.now(), more)
            .replace("\"given\"", "\"" + decision + "\""));
  }

  private static Response page(String id) {
    return as(WORKER).get("/v1/cases/" + id + "/consents");
  }

  private static String standing(String recipient) {
    return "standings.find { it.recipientId == '" + recipient + "' }.";
  }

  private static void refused(Response answer, int status, String code) {
    answer.then().statusCode(status).body("code", equalTo(code));
  }
}
