package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.consent;
import static org.hifazat.cases.Requests.noConcern;
import static org.hifazat.cases.Requests.record;
import static org.hifazat.cases.Requests.report;
import static org.hifazat.cases.Requests.searchToken;
import static org.hifazat.cases.Requests.triage;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.cases.concern.Outcomes;
import org.hifazat.cases.consent.Overrides;
import org.hifazat.cases.particulars.Particulars;
import org.hifazat.cases.people.People;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No word of a child, a family or a reporter can be read in the database or in the topic. */
@HifazatTest(service = "cases")
class SecrecyTest {
  private static final List<String> WORDS =
      List.of(
          "Xhzbta",
          "زرغونہخان",
          "Qwznjm",
          "نادرشاہگل",
          "Vfkdlt",
          "Plmokn street",
          "گلیبےنام",
          "03339876501",
          "3339876501",
          "9876501",
          "17301-7654321-9",
          "1730176543219",
          "Zxcvbnm heard it",
          "شورسناگیا",
          "Bqnwert",
          "Nmlkjhg reason",
          "Tyuiop note",
          "2016-02-29",
          "Hgfdsa contact",
          "Kjhgfa aunt",
          "1730155667782",
          "Mnbvca school",
          "Gulab Invented",
          "Cvbnmx override",
          "Lkjhgz comment",
          "Rtyuiw reason",
          "Asdfgq reason",
          "Lkjhgf note",
          "invented uncle hit him",
          "Invented Child Court",
          "To be kept at the invented",
          "Bring the invented aunt",
          "Invented Safe House",
          "At the invented bazaar",
          "Ghjklm title");

  @Inject DataSource database;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void noPersonalWordIsReadableInAnyTableOrEvent() {
    everythingIsSaid();
    String dump = dump().toLowerCase(Locale.ROOT);
    assertThat(dump).as("the dump is one").contains("kp-2026-", "physical_abuse");
    for (String word : WORDS) {
      assertThat(says(dump, word.toLowerCase(Locale.ROOT))).as(word).isFalse();
      String hex = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
      assertThat(dump.contains(hex)).as("hex of " + word).isFalse();
    }
    Awaitility.await("all is published")
        .until(() -> Backstage.count("select count(*) from outbox") == 0);
    for (var event : Topic.all(Topic.CASES)) {
      String text = new String(event.value(), StandardCharsets.UTF_8);
      assertThat(WORDS).noneMatch(text::contains);
    }
  }

  /**
   * Seven digits also stand somewhere within megabytes of sealed bytes written as hexadecimals:
   * they are somebody's number where no such digit stands beside them.
   */
  private static boolean says(String dump, String word) {
    return word.matches("[0-9]{1,9}")
        ? Pattern.compile("(?<![0-9a-f])" + word + "(?![0-9a-f])").matcher(dump).find()
        : dump.contains(word);
  }

  /** A report, a case, a search, a note and a reason, with a word of our own in every field. */
  private static void everythingIsSaid() {
    Instant at = Instant.now().minusSeconds(60);
    Outcomes.triaged(
        Persona.SOCIAL_WORKER,
        Outcomes.waiting("peshawar", "named", "routine"),
        Outcomes.wrongDistrict("mardan", "Rtyuiw reason"));
    Outcomes.triaged(
        Persona.SOCIAL_WORKER,
        Outcomes.waiting("peshawar", "protected", "routine"),
        Outcomes.referOn("police", "", "Asdfgq reason"));
    String said =
        report("peshawar", at)
            .replace("Bakhtawar Invented", "Bqnwert")
            .replace("0300-0000123", "0333-9876501")
            .replace("A neighbour hears a child cry at night.", "Zxcvbnm heard it شورسناگیا")
            .replace("\"Zarak\"", "\"Xhzbta\"")
            .replace("Behind the invented mill", "Plmokn street گلیبےنام")
            .replace("Shah Alam", "Plmokn street")
            .replace("Invented Council", "گلیبےنام");
    Response report = record(Persona.SOCIAL_WORKER, said);
    String child =
        """
        {"names":{"given":"Xhzbta زرغونہخان","father":"Qwznjm نادرشاہگل","knownAs":"Vfkdlt","script":"arab"},
         "sex":"female","birthDate":"2016-02-29","language":"ps","address":"Plmokn street گلیبےنام",
         "safeContact":"Hgfdsa contact","phone":"0333-9876501","cnic":"17301-7654321-9"}""";
    String caseId =
        triage(
                Persona.SOCIAL_WORKER,
                report.path("id"),
                report.header("ETag"),
                triage(searchToken(Persona.SOCIAL_WORKER, "Xhzbta"), at, child))
            .then()
            .statusCode(201)
            .extract()
            .path("caseId");
    Response opened = as(Persona.SOCIAL_WORKER).get("/v1/cases/" + caseId);
    as(Persona.SOCIAL_WORKER)
        .header("If-Match", opened.path("tasks[0].etag").toString())
        .body("{\"happenedAt\":\"%s\",\"note\":\"Tyuiop note\"}".formatted(at.plusSeconds(5)))
        .post("/v1/tasks/" + opened.path("tasks[0].id") + "/completion")
        .then()
        .statusCode(200);
    consent(Persona.SOCIAL_WORKER, caseId, consent("photo", "child", at, ""));
    Response override =
        Overrides.write(
            Persona.SOCIAL_WORKER,
            caseId,
            Overrides.body("tracing", Instant.now(), "")
                .replace("The invented uncle", "Cvbnmx override"));
    Overrides.decide(
            Persona.SUPERVISOR,
            override.path("id"),
            override.header("ETag"),
            "rejected",
            ",\"comment\":\"Lkjhgz comment\"")
        .then()
        .statusCode(200);
    Particulars.change(
            Persona.SOCIAL_WORKER,
            caseId,
            "\"v0\"",
            Particulars.full("Xhzbta زرغونہخان")
                .replace("زرمینه", "گلیبےنام")
                .replace("17301-1234567-2", "17301-5566778-2")
                .replace("House 0", "Plmokn street")
                .replace("Invented School", "Mnbvca school")
                .replace("With an aunt.", "Kjhgfa aunt"))
        .then()
        .statusCode(200);
    People.add(
            Persona.SOCIAL_WORKER,
            caseId,
            People.person(
                "aunt",
                "Kjhgfa aunt",
                "\"safe-adult\"",
                ",\"phone\":\"0333-9876501\",\"identityNumber\":\"17301-5566778-2\","
                    + "\"address\":\"Plmokn street\",\"note\":\"شورسناگیا\""))
        .then()
        .statusCode(201);
    People.addPlace(
            Persona.SOCIAL_WORKER,
            caseId,
            People.place(
                "Kjhgfa aunt", ",\"directions\":\"Plmokn street\",\"contact\":\"0333-9876501\""))
        .then()
        .statusCode(201);
    papersAreWritten(caseId, at);
    Response another = record(Persona.SOCIAL_WORKER, said);
    triage(
            Persona.SOCIAL_WORKER,
            another.path("id"),
            another.header("ETag"),
            noConcern("Nmlkjhg reason"))
        .then()
        .statusCode(200);
  }

  private static void papersAreWritten(String caseId, Instant at) {
    Persona worker = Persona.SOCIAL_WORKER;
    Papers.note(worker, caseId, "ordinary", "Lkjhgf note").then().statusCode(201);
    Papers.incident(worker, caseId, Papers.incident(at, "")).then().statusCode(201);
    Papers.matter(worker, caseId, at).then().statusCode(201);
    Papers.hearing(worker, caseId, Instant.now().plusSeconds(900), "").then().statusCode(201);
    Papers.order(worker, caseId, Papers.order("rescue", KarachiTime.day(at), ""))
        .then()
        .statusCode(201);
    Papers.placement(worker, caseId, at, "").then().statusCode(201);
    Papers.missing(worker, caseId, at, at).then().statusCode(201);
    Uploads.upload(worker, caseId, "ordinary", "application/pdf", Files.pdf("Ghjklm title within"))
        .then()
        .statusCode(200);
  }

  /** Every row of every table as text; binary columns as PostgreSQL shows them, and decoded. */
  private static String dump() {
    StringBuilder dump = new StringBuilder();
    for (String table :
        Backstage.texts(
            "select quote_ident(table_name) from information_schema.tables where table_schema = 'public'")) {
      Backstage.texts("select t::text from " + table + " t")
          .forEach(row -> dump.append(row).append('\n'));
    }
    for (String column :
        Backstage.texts(
            "select quote_ident(table_name) || '.' || quote_ident(column_name) from information_schema.columns"
                + " where table_schema = 'public' and data_type = 'bytea'")) {
      String table = column.substring(0, column.indexOf('.'));
      Backstage.texts(
              "select encode("
                  + column
                  + ", 'escape') from "
                  + table
                  + " where "
                  + column
                  + " is not null")
          .forEach(value -> dump.append(value).append('\n'));
    }
    return dump.toString();
  }

  @Test
  void aTasksNoteIsSealedWithTheKeyOfItsChild() {
    everythingIsSaid();
    String task =
        Backstage.texts("select id from task where note is not null order by id desc limit 1")
            .getFirst();
    assertThat(
            Backstage.count(
                "select count(*) from subject_key k join task t on t.case_id = k.subject_id where t.id = ?::uuid",
                task))
        .as("a case has no key of its own")
        .isZero();
  }

  @Test
  void whoseCaseHasGoneNeitherLearnsOfTheUploadTheyBeganNorEndsIt() {
    String id = Casework.opened("Qadir");
    byte[] paper = Files.pdf("gone");
    String begun =
        Uploads.begin(Persona.SOCIAL_WORKER, id, "ordinary", "application/pdf", paper).path("id");
    as(Persona.SOCIAL_WORKER).get("/v1/uploads/" + begun).then().statusCode(200);
    Backstage.execute(
        "update case_file set unit_id = ?::uuid, owner_id = ? where id = ?::uuid",
        Persona.MARDAN,
        Persona.OTHER_UNIT_SOCIAL_WORKER.staffId().orElseThrow(),
        id);
    as(Persona.SOCIAL_WORKER).get("/v1/uploads/" + begun).then().statusCode(404);
    Uploads.finish(Persona.SOCIAL_WORKER, begun).then().statusCode(404);
    as(Persona.SOCIAL_WORKER).delete("/v1/uploads/" + begun).then().statusCode(404);
    assertThat(Backstage.count("select count(*) from case_document where id = ?::uuid", begun))
        .isOne();
  }
}
