package org.hifazat.cases.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hifazat.cases.Requests.as;

import io.restassured.RestAssured;
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
import org.hifazat.cases.Topic;
import org.hifazat.cases.Twins;
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
    Twins.alone();
  }

  @Test
  void aFileIsCheckedRowByRowAndThenTakenOverOnce() {
    String mark = UUID.randomUUID().toString().substring(0, 8);
    String known = Registers.name();
    Registers.known(known);
    String twin = Registers.name();
    String father = Registers.name();
    String file =
        Registers.row(mark + "-1", Registers.name(), "physical_abuse,2025-03-04,")
            + mark
            + "-2,"
            + known
            + ",Invented Father,female,,9,peshawar,,2025-03-04,0300-0000987\n"
            + Registers.row(mark + "-3", "زرغونہ" + "", "no-such-code,2025-03-04,")
            + Registers.row(mark + "-4", Registers.name(), ",2999-01-01,")
                .replace("peshawar", "atlantis")
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
            + Registers.row(mark + "-1", Registers.name(), ",2025-03-04,")
            + mark
            + "-8,"
            + Registers.name()
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
    Files.rows(ME, id, "")
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
    String number = Files.rows(ME, id, "&outcome=taken-over").path("items[0].caseNumber");
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
    Files.rows(ME, again, "").then().body("items[0].faults.code", contains("taken-over-before"));
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
    Files.rows(ME, id, "").then().body("items", empty());
  }

  @Test
  void aRowInAnotherEncodingSpoilsThatRowAlone() {
    byte[] good =
        ("\uFEFF"
                + Files.HEADER
                + Registers.row(UUID.randomUUID().toString(), Registers.name(), ",2025-03-04,"))
            .getBytes(StandardCharsets.UTF_8);
    byte[] bad =
        Registers.row("x", "زرغونہ", ",2025-03-04,").getBytes(Charset.forName("windows-1256"));
    byte[] file = Arrays.copyOf(good, good.length + bad.length);
    System.arraycopy(bad, 0, file, good.length, bad.length);
    String id = Files.uploaded(ME, file);
    job.runAll();
    Files.rows(ME, id, "")
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

  /** As many rows as asked for; the figure is printed, never judged. */
  @Test
  void aLongFileThatIsStoppedGoesOnWhereItWasAndNothingIsLostOrDoubled() {
    int size = Integer.getInteger("hifazat.import.rows", 120);
    StringBuilder file = new StringBuilder();
    for (int i = 0; i < size; i++) {
      file.append(Registers.row("long-" + UUID.randomUUID(), Registers.name(), ",2025-03-04,"));
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
