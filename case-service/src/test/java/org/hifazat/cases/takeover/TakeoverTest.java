package org.hifazat.cases.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hifazat.cases.Requests.as;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.cases.Backstage;
import org.hifazat.cases.Directory;
import org.hifazat.cases.Requests;
import org.hifazat.cases.Topic;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A unit's earlier register becomes cases, row by row, and nothing twice. */
@HifazatTest(service = "cases")
class TakeoverTest {
  private static final Persona ME = Persona.SUPERVISOR;

  @Inject DataSource database;
  @Inject RunImports job;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
    // Children of other tests wait for the matcher by the thousand, and nobody asks for them here.
    Backstage.execute("delete from child_to_match");
  }

  /** Letters only, so that no two rows of any run sound alike. */
  private static String name() {
    StringBuilder name = new StringBuilder("Z");
    UUID.randomUUID()
        .toString()
        .replace("-", "")
        .chars()
        .limit(14)
        .forEach(
            one ->
                name.append("bdfgjklmnprstvwz".charAt(Character.digit(one, 16)))
                    .append("aiou".charAt(one % 4)));
    return name.toString();
  }

  private static String row(String source, String name, String more) {
    return source + "," + name + "," + name() + ",female,,9,peshawar," + more + "\n";
  }

  private Response rows(String id, String more) {
    Response rows = as(ME).get("/v1/imports/" + id + "/rows?limit=100" + more);
    rows.then().statusCode(200);
    return rows;
  }

  @Test
  void aFileIsCheckedRowByRowAndThenTakenOverOnce() {
    String mark = UUID.randomUUID().toString().substring(0, 8);
    String known = name();
    known(known);
    String twin = name();
    String father = name();
    String file =
        row(mark + "-1", name(), "physical_abuse,2025-03-04,")
            + mark
            + "-2,"
            + known
            + ",Invented Father,female,,9,peshawar,,2025-03-04,0300-0000987\n"
            + row(mark + "-3", "زرغونہ" + "", "no-such-code,2025-03-04,")
            + row(mark + "-4", name(), ",2999-01-01,").replace("peshawar", "atlantis")
            + mark
            + "-5,"
            + twin
            + ","
            + father
            + ",male,2015-02-03,,peshawar,,2025-03-04,\n"
            + mark
            + "-6,"
            // The same name as another hand writes it.
            + twin.replace('i', 'e').replace('o', 'u')
            + ","
            + father
            + ",male,2015-02-03,,peshawar,,2025-03-04,\n"
            + row(mark + "-1", name(), ",2025-03-04,")
            + mark
            + "-8,"
            + name()
            + ",,female,,9,mardan,,2025-03-04,\n"
            + mark
            + "-9,too,few\n"
            + mark
            + "-10,,,unknown,31.12.2015,,peshawar,,2025-03-04,abc\n";
    String id = Files.uploaded(ME, file);
    long before = Backstage.count("select count(*) from case_file");
    job.runAll();
    assertThat(Backstage.count("select count(*) from case_file")).isEqualTo(before);
    Files.read(ME, id)
        .then()
        .statusCode(200)
        .body("state", equalTo("checked"))
        .body("rows", equalTo(10))
        .body("ready", equalTo(2))
        .body("known", equalTo(3))
        .body("faulty", equalTo(5));
    rows(id, "")
        .then()
        .body("items.row", contains(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
        .body(
            "items.outcome",
            contains(
                "ready", "known", "faulty", "faulty", "ready", "known", "known", "faulty", "faulty",
                "faulty"))
        .body("items[1].faults.code", contains("known"))
        .body("items[2].faults.column", contains("concerns"))
        .body("items[3].faults.code", hasItem("out-of-range"))
        .body("items[5].faults.code", contains("in-this-file"))
        .body("items[6].faults.code", contains("number-in-this-file"))
        .body("items[7].faults.code", contains("of-another-unit"))
        .body("items[8].faults.code", contains("columns-differ"))
        .body("items[9].faults.column", contains("given_name", "sex", "phone", "birth_date"));
    String etag = Files.read(ME, id).header("ETag");
    Files.step(ME, id, "start", "\"v0\"").then().statusCode(412);
    Files.step(ME, id, "start", etag).then().statusCode(200);
    Files.step(ME, id, "start", etag).then().statusCode(412);
    job.runAll();
    Files.read(ME, id).then().body("state", equalTo("done")).body("takenOver", equalTo(2));
    String number = rows(id, "&outcome=taken-over").path("items[0].caseNumber");
    String caseId = Backstage.texts("select id from case_file where number = ?", number).getFirst();
    as(ME)
        .get("/v1/cases/" + caseId)
        .then()
        .statusCode(200)
        .body("openedAt", equalTo("2025-03-03T19:00:00Z"))
        .body("tasks.overdue", hasItem(false));
    as(ME)
        .get("/v1/cases/" + caseId + "/timeline")
        .then()
        .body("items.kind", hasItem("case-imported"));
    Awaitility.await("others are told as of every case")
        .until(() -> Topic.types(Topic.CASES, caseId).contains("org.hifazat.cases.case-opened.v1"));
    assertThat(
            Backstage.count("select count(*) from case_import_piece where import_id = ?::uuid", id))
        .isZero();
    assertThat(
            Backstage.texts(
                "select wrapped_key::text from subject_key where subject_id = ?::uuid", id))
        .containsOnlyNulls();

    String again = Files.uploaded(ME, file);
    job.runAll();
    Files.read(ME, again).then().body("ready", equalTo(0)).body("known", equalTo(5));
    rows(again, "").then().body("items[0].faults.code", contains("taken-over-before"));
    Files.decide(ME, again, 1, "take-over", "namesake", Files.read(ME, again).header("ETag"))
        .then()
        .statusCode(409)
        .body("code", equalTo("import-row-not-open"));
    assertThat(Backstage.audit("IMPORT_CASES", id))
        .containsExactly(
            "performed begin",
            "performed check",
            "performed start rows-2",
            "performed done rows-2");
  }

  @ParameterizedTest
  @CsvSource({"UTF-16,not-utf-8", "UTF-8,header-wrong"})
  void aFileThatCannotBeReadIsRefusedAsAWhole(String charset, String refusal) {
    String id = Files.uploaded(ME, "id;name\n1;x\n".getBytes(Charset.forName(charset)));
    job.runAll();
    Files.read(ME, id).then().body("state", equalTo("refused")).body("refusal", equalTo(refusal));
    rows(id, "").then().body("items", empty());
  }

  @Test
  void aRowInAnotherEncodingSpoilsThatRowAlone() {
    byte[] good =
        ("\uFEFF" + Files.HEADER + row(UUID.randomUUID().toString(), name(), ",2025-03-04,"))
            .getBytes(StandardCharsets.UTF_8);
    byte[] bad = row("x", "زرغونہ", ",2025-03-04,").getBytes(Charset.forName("windows-1256"));
    byte[] file = Arrays.copyOf(good, good.length + bad.length);
    System.arraycopy(bad, 0, file, good.length, bad.length);
    String id = Files.uploaded(ME, file);
    job.runAll();
    rows(id, "")
        .then()
        .body("items.outcome", contains("ready", "faulty"))
        .body("items[1].faults.code", hasItem("broken-encoding"));
  }

  @Test
  void onlyAFreshlySignedInSupervisorTakesARegisterOverAndOnlyTheirUnitSeesIt() {
    for (String token : List.of(Tokens.ofOldSignIn(ME), Tokens.ofWeakSignIn(ME))) {
      Files.begin(token).then().statusCode(401).body("code", equalTo("step-up-required"));
    }
    String id = Files.begin(ME).path("id");
    Files.read(Persona.OTHER_UNIT_SUPERVISOR, id).then().statusCode(404);
    as(Persona.OTHER_UNIT_SUPERVISOR).get("/v1/imports").then().body("items.id", not(hasItem(id)));
    Files.step(ME, id, "start", "\"v0\"")
        .then()
        .statusCode(409)
        .body("code", equalTo("import-not-in-that-state"));
    Files.piece(ME, id, 0, new byte[130_000 + 2_000]).then().statusCode(413);
    Files.piece(ME, id, 48, new byte[10])
        .then()
        .statusCode(413)
        .body("code", equalTo("import-too-large"));
    Files.piece(Persona.SOCIAL_WORKER, id, 0, new byte[10]).then().statusCode(403);
  }

  /** A case of a girl of nine. */
  private static String known(String name) {
    String caseId =
        Requests.openCase(
            Persona.SOCIAL_WORKER, name, "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"");
    Backstage.execute(
        "update child set sex = 'female' where id = (select child_id from case_file where id = ?::uuid)",
        caseId);
    return caseId;
  }

  @Test
  void aPersonSaysOfAKnownChildThatItIsAnotherOrThatItIsTheOne() {
    String one = name();
    String other = name();
    String caseOfOne = known(one);
    known(other);
    String mark = UUID.randomUUID().toString().substring(0, 8);
    String line = "%s-%d,%s,Invented Father,female,,9,peshawar,,2025-03-04,0300-0000987\n";
    String file =
        line.formatted(mark, 1, one)
            + line.formatted(mark, 2, other)
            + line.formatted(mark, 3, name());
    String id = Files.uploaded(ME, file);
    job.runAll();
    rows(id, "").then().body("items.outcome", contains("known", "known", "ready"));
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
    rows(id, "")
        .then()
        .body("items.outcome", contains("joined", "taken-over", "taken-over"))
        .body("items[1].reason", equalTo("namesake"));
    as(ME)
        .get("/v1/cases/" + caseOfOne + "/timeline")
        .then()
        .body("items.kind", hasItem("register-entry-joined"));
    String again = Files.uploaded(ME, file);
    job.runAll();
    rows(again, "")
        .then()
        .body("items.faults.flatten().code", everyItem(equalTo("taken-over-before")));
  }

  /** As many rows as asked for; the figure is printed, never judged. */
  @Test
  void aLongFileThatIsStoppedGoesOnWhereItWasAndNothingIsLostOrDoubled() {
    int size = Integer.getInteger("hifazat.import.rows", 120);
    StringBuilder file = new StringBuilder();
    for (int i = 0; i < size; i++) {
      file.append(row("long-" + UUID.randomUUID(), name(), ",2025-03-04,"));
    }
    long begun = System.nanoTime();
    String id = Files.uploaded(ME, file.toString());
    // As an instance that was stopped after some rows: the next one begins with an empty head.
    job.run(1);
    Files.read(ME, id).then().body("state", equalTo("checking")).body("done", equalTo(50));
    job.runAll();
    long checked = System.nanoTime();
    Files.read(ME, id).then().body("ready", equalTo(size));
    Files.step(ME, id, "start", Files.read(ME, id).header("ETag")).then().statusCode(200);
    job.run(1);
    Files.read(ME, id).then().body("state", equalTo("running")).body("takenOver", equalTo(50));
    job.runAll();
    job.runAll();
    Files.read(ME, id).then().body("state", equalTo("done")).body("takenOver", equalTo(size));
    assertThat(
            Backstage.count(
                """
                select count(distinct f.id) from case_import_row r join case_file f on f.number = r.case_number
                 where r.import_id = ?::uuid""",
                id))
        .isEqualTo(size);
    System.out.printf(
        "FIGURE import of %d rows: checked in %d s, taken over in %d s%n",
        size,
        Duration.ofNanos(checked - begun).toSeconds(),
        Duration.ofNanos(System.nanoTime() - checked).toSeconds());
  }
}
