package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hifazat.cases.Requests.as;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.hifazat.cases.duplicates.MatchChildren;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was written in a merged case, in the one that goes on. */
@HifazatTest(service = "cases")
class MergedHistoryTest {
  private static final List<String> PARTS =
      List.of("consents", "notes", "case-plans", "documents", "timeline?limit=100");

  private static final String ASSESS = "nextSteps.find { it.step == 'assess' }.blockers.code";

  @Inject DataSource database;
  @Inject MatchChildren matching;

  private final Twins twins = new Twins();

  @BeforeEach
  void begin() {
    Twins.alone();
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  private record Pair(String id, String kept, String merged) {}

  private Pair found() {
    String kept = twins.latin(Persona.SOCIAL_WORKER, "peshawar");
    String merged = twins.urdu(Persona.SOCIAL_WORKER, "peshawar");
    matching.matchAll();
    return new Pair(twins.pair(Persona.SUPERVISOR, kept, merged), kept, merged);
  }

  @Test
  void theCaseThatGoesOnShowsWhatWasWrittenInBothAndUndoingPartsThemAgain() {
    Pair pair = found();
    Casework.consented(pair.merged());
    photosAllowedInOneAndRefusedInTheOther(pair);
    Casework.comprehensive(pair.merged(), true);
    as(Persona.SOCIAL_WORKER)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(
            "{\"kind\":\"ordinary\",\"happenedAt\":\"%s\",\"text\":\"Said at the invented gate.\"}"
                .formatted(Instant.now().minusMillis(5)))
        .post("/v1/cases/" + pair.merged() + "/notes")
        .then()
        .statusCode(201);
    Plans.draft(Persona.SOCIAL_WORKER, pair.merged(), Plans.plan(UUID.randomUUID(), "", ""))
        .then()
        .statusCode(201);
    Uploads.upload(
            Persona.SOCIAL_WORKER,
            pair.merged(),
            "ordinary",
            "image/png",
            Files.picture("png", 8, 8))
        .then()
        .statusCode(200);
    String number = as(Persona.SUPERVISOR).get("/v1/cases/" + pair.merged()).path("number");
    Persona psychologist = Persona.PSYCHOLOGIST;
    Backstage.execute(
        "update case_file set member_ids = array[?::uuid] where id = ?::uuid",
        psychologist.staffId().orElseThrow().toString(),
        pair.kept());
    String merge = Twins.propose(Persona.SOCIAL_WORKER, pair.id(), pair.kept()).path("id");
    Twins.answer(Persona.SUPERVISOR, merge, "confirmation", 0).then().statusCode(200);
    for (Persona reader : List.of(Persona.SUPERVISOR, psychologist)) {
      for (String part : PARTS) {
        assertThat(from(reader, pair.kept(), part)).as(part).containsExactly(number);
      }
    }
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + pair.kept() + "/notes")
        .then()
        .body("items[0].text", equalTo("Said at the invented gate."));
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + pair.kept() + "/consents")
        .then()
        .body("standings.find { it.purpose == 'case-management' }.stands", equalTo(false))
        .body("standings.find { it.purpose == 'photo' }.missing", hasItem("consent-refused"));
    onlyTheMotherWhoSaidNoTakesItBack(pair.kept());
    Casework.nextSteps(Persona.SUPERVISOR, pair.kept())
        .then()
        .body(ASSESS, not(hasItem("comprehensive-assessment-needed")));
    as(Persona.OTHER_UNIT_SUPERVISOR)
        .get("/v1/cases/" + pair.kept() + "/notes")
        .then()
        .statusCode(404);
    Twins.answer(Persona.SUPERVISOR, merge, "undoing", 1).then().statusCode(200);
    for (String part : PARTS) {
      assertThat(from(Persona.SUPERVISOR, pair.kept(), part)).as(part).isEmpty();
    }
    as(psychologist).get("/v1/cases/" + pair.merged() + "/notes").then().statusCode(404);
    Casework.nextSteps(Persona.SUPERVISOR, pair.kept())
        .then()
        .body(ASSESS, hasItem("comprehensive-assessment-needed"));
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + pair.kept() + "/consents")
        .then()
        .body("standings.find { it.purpose == 'photo' }.stands", equalTo(true));
  }

  private static void onlyTheMotherWhoSaidNoTakesItBack(String kept) {
    String photo = "standings.find { it.purpose == 'photo' }.stands";
    String page = "/v1/cases/" + kept + "/consents";
    Casework.consent(Persona.SUPERVISOR, kept, "photo", "caregiver").then().statusCode(201);
    String mother =
        as(Persona.SUPERVISOR)
            .get(page)
            .then()
            .body(photo, equalTo(false))
            .extract()
            .path("consents.find { it.decision == 'refused' }.personId");
    Requests.consent(
            Persona.SUPERVISOR,
            kept,
            Requests.word("photo", "caregiver", Instant.now(), ",\"personId\":\"" + mother + "\""))
        .then()
        .statusCode(201);
    as(Persona.SUPERVISOR).get(page).then().body(photo, equalTo(true));
  }

  private static void photosAllowedInOneAndRefusedInTheOther(Pair pair) {
    for (String giver : List.of("child", "caregiver")) {
      Casework.consent(Persona.SOCIAL_WORKER, pair.kept(), "photo", giver).then().statusCode(201);
    }
    Requests.consent(
            Persona.SOCIAL_WORKER,
            pair.merged(),
            Requests.consent("photo", "caregiver", Instant.now(), "")
                .replace("\"given\"", "\"refused\""))
        .then()
        .statusCode(201);
  }

  /** The numbers of other cases that a part of the file names. */
  private static Set<String> from(Persona reader, String caseId, String part) {
    List<String> numbers =
        as(reader)
            .get("/v1/cases/" + caseId + "/" + part)
            .then()
            .statusCode(200)
            .extract()
            .path((part.equals("consents") ? part : "items") + ".findAll { it.fromCase }.fromCase");
    return Set.copyOf(numbers);
  }
}
