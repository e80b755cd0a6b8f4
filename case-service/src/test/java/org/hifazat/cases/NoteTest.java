package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hifazat.cases.Casework.opened;
import static org.hifazat.cases.Papers.note;
import static org.hifazat.cases.Requests.as;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.Crowd;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notes are added to and not overwritten, and each is read by those it is for. */
@HifazatTest(service = "cases")
class NoteTest {
  private static final Persona WORKER = Persona.SOCIAL_WORKER;

  @Inject DataSource database;
  @Inject CallerContext callers;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void aNoteKeepsItsWordsAndIsAddedToWithAuthorAndTime() {
    String id = opened("Babrak");
    Response first = note(WORKER, id, "ordinary", "He did not speak.");
    first.then().statusCode(201).body("text", equalTo("He did not speak."));
    Papers.add(Persona.SUPERVISOR, first.path("id"), "He spoke to the teacher.")
        .then()
        .statusCode(201)
        .body("text", equalTo("He did not speak."))
        .body("addenda.text", contains("He spoke to the teacher."))
        .body("addenda[0].recordedAt", notNullValue())
        .body(
            "addenda[0].writtenBy", equalTo(Persona.SUPERVISOR.staffId().orElseThrow().toString()));
    note(WORKER, id, "ordinary", "He laughed.").then().statusCode(201);
    Response page = as(WORKER).get("/v1/cases/" + id + "/notes?limit=1");
    page.then().statusCode(200).body("items.text", contains("He laughed."));
    String next = page.header("Link").replaceAll(".*cursor=([^&>]*).*", "$1");
    as(WORKER)
        .get("/v1/cases/" + id + "/notes?limit=1&cursor=" + next)
        .then()
        .body("items.text", contains("He did not speak."));
    assertThat(Backstage.texts("select kind from timeline_entry where case_id = ?::uuid", id))
        .contains("note-written", "note-added-to");
    assertThat(Backstage.audit("VIEW_NOTES", id)).isNotEmpty();
    as(Persona.COLLEAGUE).get("/v1/cases/" + id + "/notes").then().statusCode(403);
    as(Persona.OTHER_UNIT_SUPERVISOR).get("/v1/cases/" + id + "/notes").then().statusCode(404);
    Papers.add(Persona.OTHER_UNIT_SOCIAL_WORKER, first.path("id"), "Mine too.")
        .then()
        .statusCode(404);
  }

  @Test
  void aSupervisionNoteIsReadByItsAuthorAndSupervisorsAndTheStoryDoesNotTellOfIt() {
    String id = opened("Palwasha");
    Response theirs = note(Persona.SUPERVISOR, id, "supervision", "The worker needs a rest.");
    theirs.then().statusCode(201);
    note(WORKER, id, "supervision", "I am afraid of the uncle.").then().statusCode(201);
    as(WORKER)
        .get("/v1/cases/" + id + "/notes")
        .then()
        .body("items.text", contains("I am afraid of the uncle."));
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + id + "/notes")
        .then()
        .body("items.text", contains("I am afraid of the uncle.", "The worker needs a rest."));
    Papers.add(WORKER, theirs.path("id"), "I do not.").then().statusCode(404);
    assertThat(Backstage.texts("select kind from timeline_entry where case_id = ?::uuid", id))
        .doesNotContain("note-written");
  }

  @Test
  void aClinicalNoteIsThePsychologistsAndTheirOwnSupervisors() {
    String id = opened("Nazo");
    UUID psychologist = Persona.PSYCHOLOGIST.staffId().orElseThrow();
    note(WORKER, id, "clinical", "She is depressed.").then().statusCode(403);
    note(Persona.SUPERVISOR, id, "clinical", "She is depressed.").then().statusCode(403);
    Backstage.execute("update case_file set owner_id = ? where id = ?::uuid", psychologist, id);
    note(Persona.PSYCHOLOGIST, id, "clinical", "Nightmares since spring.").then().statusCode(201);
    as(Persona.PSYCHOLOGIST)
        .get("/v1/cases/" + id + "/notes")
        .then()
        .body("items.kind", contains("clinical"));
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + id + "/notes")
        .then()
        .body("items.text", contains("Nightmares since spring."));
    UUID worker = WORKER.staffId().orElseThrow();
    Backstage.execute("update case_file set owner_id = ? where id = ?::uuid", worker, id);
    as(WORKER).get("/v1/cases/" + id + "/notes").then().body("items", empty());
    Database app = new Database(database, callers);
    String all = "select count(*) from case_note where case_id = '%s'".formatted(id);
    assertThat(app.seen(Database.caller(WORKER), all)).isZero();
    assertThat(app.seen(Database.caller(Persona.SUPERVISOR), all)).isOne();
    Backstage.execute(
        "update known_staff set supervisor_id = gen_random_uuid() where staff_id = ?",
        psychologist);
    try {
      as(Persona.SUPERVISOR).get("/v1/cases/" + id + "/notes").then().body("items", empty());
    } finally {
      Backstage.execute(
          "update known_staff set supervisor_id = ? where staff_id = ?",
          Persona.SUPERVISOR.staffId().orElseThrow(),
          psychologist);
    }
  }

  @Test
  void aNoteThatCannotBeIsRefusedAndNothingIsWritten() {
    String id = opened("Torak");
    long before = Backstage.count("select count(*) from case_note");
    Papers.post(
            WORKER,
            "/v1/cases/" + id + "/notes",
            "{\"kind\":\"ordinary\",\"happenedAt\":\"%s\",\"text\":\"Tomorrow.\"}"
                .formatted(Instant.now().plus(Duration.ofHours(1))))
        .then()
        .statusCode(422)
        .body("code", equalTo("in-the-future"));
    note(WORKER, id, "secret", "x").then().statusCode(400);
    note(WORKER, id, "ordinary", " ").then().statusCode(400);
    Casework.putInto(id, "closed");
    note(WORKER, id, "ordinary", "Late.")
        .then()
        .statusCode(409)
        .body("code", equalTo("case-closed"));
    assertThat(Backstage.count("select count(*) from case_note")).isEqualTo(before);
  }

  @Test
  void aPageOfNotesTakesAsManyStatementsWhateverThereIsAndIsReadFromItsIndex() {
    String id = opened("Qadir");
    String path = "/v1/cases/" + id + "/notes?limit=100";
    Papers.add(WORKER, note(WORKER, id, "ordinary", "One.").path("id"), "More.");
    int few = RoundTrips.least(WORKER, as -> as.get(path));
    Crowd crowd = new Crowd("cases");
    crowd.of(
        "case_note",
        note(WORKER, id, "ordinary", "Copied.").path("id"),
        Map.of("case_id", Crowd.ID, "happened_at", Crowd.TIME));
    for (int i = 0; i < 5; i++) {
      Papers.add(WORKER, note(WORKER, id, "ordinary", "Another.").path("id"), "More.");
    }
    try {
      assertThat(RoundTrips.least(WORKER, as -> as.get(path))).isPositive().isEqualTo(few);
      Backstage.execute("analyze case_note");
      assertThat(
              new Database(database, callers)
                  .plan(
                      Database.caller(WORKER),
                      "select id from case_note where case_id = '%s' order by happened_at desc, id desc limit 21"
                          .formatted(id)))
          .contains("case_note_of_case");
    } finally {
      crowd.leave();
    }
    System.out.println("FIGURE round trips of GET notes: " + few);
  }
}
