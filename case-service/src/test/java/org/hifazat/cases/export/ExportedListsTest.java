package org.hifazat.cases.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.cases.Requests.openCase;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.hifazat.cases.Assignments;
import org.hifazat.cases.Backstage;
import org.hifazat.cases.Casework;
import org.hifazat.cases.Directory;
import org.hifazat.platform.messaging.Deliveries;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists that are taken out of the platform, and how far they reach. */
@HifazatTest(service = "cases")
class ExportedListsTest {
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";
  private static final Persona ME = Persona.SOCIAL_WORKER;

  @Inject DataSource database;
  @Inject Deliveries deliveries;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(List.of());
    Directory.known(database);
  }

  @Test
  void listsReachAsFarAsTheirReaderAndHoldNoNames() {
    String mine = openCase(ME, "Nazo", NINE_YEARS);
    String others = openCase(Persona.COLLEAGUE, "Gulalai", NINE_YEARS);
    String myNumber = Exports.number(mine);
    String otherNumber = Exports.number(others);
    Response cases = Exports.ofList(ME, "cases");
    cases
        .then()
        .statusCode(200)
        .header("Content-Disposition", "attachment; filename=\"cases.csv\"")
        .header("Cache-Control", "no-store");
    assertThat(Exports.utf8(cases))
        .startsWith("\uFEFF\"Case\",\"State\"")
        .contains(myNumber)
        .doesNotContain(otherNumber, "Nazo", "Gulalai");
    assertThat(Exports.utf8(Exports.ofList(Persona.SUPERVISOR, "cases")))
        .contains(myNumber, otherNumber);
    Persona second = Persona.PROTECTION_OFFICER;
    assertThat(Exports.utf8(Exports.ofList(second, "cases"))).doesNotContain(myNumber);
    Assignments.addMember(Persona.SUPERVISOR, mine, second.staffId().orElseThrow(), "second-worker")
        .then()
        .statusCode(201);
    assertThat(Exports.utf8(Exports.ofList(second, "cases")))
        .contains(myNumber)
        .doesNotContain(otherNumber);
    assertThat(Exports.utf8(Exports.ofList(Persona.OTHER_UNIT_SUPERVISOR, "cases")))
        .doesNotContain(myNumber, otherNumber);
    assertThat(Exports.utf8(Exports.ofList(Persona.SUPERVISOR, "overdue")))
        .doesNotContain(myNumber);
    Backstage.execute(
        "update task set remind_at = now() - interval '4 hours', due_at = now() - interval '3 hours'"
            + " where case_id = ?::uuid",
        mine);
    assertThat(Exports.utf8(Exports.ofList(Persona.SUPERVISOR, "overdue")))
        .contains("\"" + myNumber + "\"")
        .containsPattern(myNumber + "\",\"[^\"]+\",\"[0-9: -]+\",\"3\"");
    assertThat(Backstage.audit("EXPORT_LIST", Persona.PESHAWAR))
        .contains("performed cases supervision en", "performed overdue supervision en");
  }

  @Test
  void reportsReferralsAndClosuresAreListsToo() {
    String mine = openCase(ME, "Palwasha", NINE_YEARS);
    String others = openCase(Persona.COLLEAGUE, "Hila", NINE_YEARS);
    Exports.referred(deliveries, mine);
    Exports.referred(deliveries, others);
    Casework.propose(ME, mine, "court-discharged", "").then().statusCode(201);
    String cell = "\"" + Exports.number(mine) + "\"";
    String theirs = "\"" + Exports.number(others) + "\"";
    assertThat(Exports.utf8(Exports.ofList(Persona.SUPERVISOR, "reports")))
        .startsWith("\uFEFF\"Received\",\"Urgency\"")
        .contains("\"Decided\",\"Open a case\"", cell, theirs)
        .doesNotContain("Bakhtawar", "Zarak", "cry at night");
    assertThat(Exports.utf8(Exports.ofList(Persona.SUPERVISOR, "referrals")))
        .contains(cell + ",\"Legal aid\"", theirs + ",\"Legal aid\"")
        .contains("\"High\",\"Completed\"", "\"The service was given\"");
    assertThat(Exports.utf8(Exports.ofList(ME, "referrals"))).contains(cell).doesNotContain(theirs);
    assertThat(Exports.utf8(Exports.ofList(ME, "closures"))).contains(cell, "Closing proposed");
    for (String list : List.of("reports", "referrals", "closures")) {
      assertThat(Exports.utf8(Exports.ofList(Persona.OTHER_UNIT_SUPERVISOR, list)))
          .doesNotContain(cell, theirs);
    }
    Exports.ofList(Persona.SUPERVISOR, "children").then().statusCode(400);
  }

  @Test
  void aLongListIsReadPageByPageAndWhole() {
    UUID owner = UUID.randomUUID();
    Backstage.execute(
        """
        with fresh as (select gen_random_uuid() as child, gen_random_uuid() as file, n from generate_series(1, 1100) n),
        children as (
          insert into child (id, given_name, name_script, sex, birth_year, age_basis, recorded_at, version)
          select child, '\\x00', 'latn', 'male', 2014, 'stated', '2002-01-01 00:00:00Z', 0 from fresh)
        insert into case_file (id, number, child_id, unit_id, district_code, owner_id, state, concerns,
                               opened_at, recorded_at, version)
        select file, 'long-' || n, child, ?::uuid, 'mardan', ?, 'identified', '{}',
               now() - (n / 3) * interval '1 hour', '2002-01-01 00:00:00Z', 0 from fresh""",
        Persona.MARDAN,
        owner);
    List<String> lines =
        Exports.utf8(Exports.ofList(Persona.OTHER_UNIT_SUPERVISOR, "cases")).lines().toList();
    assertThat(lines.stream().filter(line -> line.startsWith("\"long-")))
        .hasSize(1_100)
        .doesNotHaveDuplicates();
    Backstage.execute("delete from case_file where recorded_at = '2002-01-01 00:00:00Z'");
    Backstage.execute("delete from child where recorded_at = '2002-01-01 00:00:00Z'");
  }
}
