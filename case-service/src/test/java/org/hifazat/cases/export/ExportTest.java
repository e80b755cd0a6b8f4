package org.hifazat.cases.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.openCase;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.hifazat.cases.Assignments;
import org.hifazat.cases.Backstage;
import org.hifazat.cases.Directory;
import org.hifazat.cases.Papers;
import org.hifazat.cases.Plans;
import org.hifazat.cases.people.People;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is taken out of the platform, by whom, and what never is. */
@HifazatTest(service = "cases")
class ExportTest {
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";
  private static final Persona ME = Persona.SOCIAL_WORKER;

  @Inject DataSource database;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(List.of());
    Directory.known(database);
  }

  @Test
  void aCaseIsTakenOutInUrduPashtoAndEnglishWithWhatIsKnownAndWithoutWhatIsRestricted()
      throws IOException {
    String id = openCase(ME, "زرغونہ", NINE_YEARS);
    People.add(ME, id, People.person("aunt", "پلوشہ خالہ", "\"safe-adult\"", ""));
    as(ME)
        .header("If-Match", "\"v0\"")
        .body(
            "{\"status\":\"afghan-por\",\"neededFor\":\"documentation\",\"happenedAt\":\"%s\"}"
                .formatted(Instant.now().minusSeconds(1)))
        .put("/v1/cases/" + id + "/nationality")
        .then()
        .statusCode(200);
    String number = as(ME).get("/v1/cases/" + id).path("number");
    work(id);

    Response urdu = Exports.ofCase(ME, id);
    urdu.then()
        .statusCode(200)
        .contentType("application/pdf")
        .header("Cache-Control", "no-store")
        .header("Content-Disposition", "attachment; filename=\"" + number + ".pdf\"");
    String text = text(urdu.asByteArray());
    assertThat(text)
        .contains("کیس " + number, "زرغونہ", "پلوشہ خالہ", "کیس کھولا گیا", "عدالت یا کمیٹی")
        .contains("The uncle comes home drunk.", "The child was drawing.", "بچے سے اکیلے ملاقات")
        .contains("بچہ اب دوبارہ سکول جاتا ہے")
        .doesNotContain("afghan", "Afghan", "افغان", "شہریت اور کاغذات درج")
        .doesNotContain("Only the supervisor reads this");
    keepPage("ur", urdu.asByteArray());
    assertThat(
            text(Exports.ofCase(Tokens.of(Persona.SUPERVISOR), id, "en", "handover").asByteArray()))
        .contains("Case " + number, "زرغونہ", "The case was opened", "Handing the case over")
        .doesNotContain("Afghan", "Nationality and papers were recorded");
    byte[] pashto = Exports.ofCase(Tokens.of(ME), id, "ps", "case-conference").asByteArray();
    keepPage("ps", pashto);
    assertThat(text(pashto)).contains("قضیه " + number, "قضیه پرانیستل شوه");
    assertThat(Backstage.audit("EXPORT_CASE", id))
        .containsExactly(
            "performed court-or-committee ur",
            "performed handover en",
            "performed case-conference ps");
  }

  /** What is done for the child, and a note that stays on the platform. */
  private static void work(String id) {
    Plans.safe(ME, id, Plans.safetyPlan(Instant.now(), "")).then().statusCode(201);
    Plans.contact(ME, id, Plans.held(Instant.now(), true, true, "same")).then().statusCode(201);
    Papers.note(ME, id, "ordinary", "بچہ اب دوبارہ سکول جاتا ہے").then().statusCode(201);
    Papers.note(ME, id, "supervision", "Only the supervisor reads this").then().statusCode(201);
  }

  /** Kept for somebody to look at, where a folder is named. */
  private static void keepPage(String name, byte[] pdf) throws IOException {
    String folder = System.getProperty("hifazat.print.folder");
    if (folder != null) {
      Files.write(Path.of(folder, name + ".pdf"), pdf);
    }
  }

  @Test
  void nobodyTakesACaseOutWithoutAFreshSignInAReasonOrTheCaseBeingTheirs() {
    String id = openCase(ME, "Spogmai", NINE_YEARS);
    for (String token : List.of(Tokens.ofOldSignIn(ME), Tokens.ofWeakSignIn(ME))) {
      Exports.ofCase(token, id, "en", "handover")
          .then()
          .statusCode(401)
          .body("code", equalTo("step-up-required"));
      Exports.ofList(token, "cases", "supervision").then().statusCode(401);
    }
    Exports.ofCase(Tokens.of(ME), id, "en", "curiosity").then().statusCode(400);
    Exports.ofCase(Tokens.of(ME), id, "fr", "handover").then().statusCode(400);
    Exports.ofCase(Persona.COLLEAGUE, id).then().statusCode(403).body("code", equalTo("forbidden"));
    Exports.ofCase(Persona.OTHER_UNIT_SUPERVISOR, id).then().statusCode(404);
    Backstage.execute(
        "update case_file set owner_id = ? where id = ?::uuid",
        Persona.PSYCHOLOGIST.staffId().orElseThrow(),
        id);
    Exports.ofCase(Persona.PSYCHOLOGIST, id).then().statusCode(403);
    assertThat(Backstage.audit("EXPORT_CASE", id))
        .noneMatch(line -> line.startsWith("performed"))
        .anyMatch(line -> line.startsWith("refused"));
  }

  @Test
  void listsReachAsFarAsTheirReaderAndHoldNoNames() {
    String mine = openCase(ME, "Nazo", NINE_YEARS);
    String others = openCase(Persona.COLLEAGUE, "Gulalai", NINE_YEARS);
    String myNumber = number(mine);
    String otherNumber = number(others);
    Response cases = Exports.ofList(ME, "cases");
    cases
        .then()
        .statusCode(200)
        .header("Content-Disposition", "attachment; filename=\"cases.csv\"")
        .header("Cache-Control", "no-store");
    assertThat(utf8(cases))
        .startsWith("\uFEFF\"Case\",\"State\"")
        .contains(myNumber)
        .doesNotContain(otherNumber, "Nazo", "Gulalai");
    assertThat(utf8(Exports.ofList(Persona.SUPERVISOR, "cases"))).contains(myNumber, otherNumber);
    Persona second = Persona.PROTECTION_OFFICER;
    assertThat(utf8(Exports.ofList(second, "cases"))).doesNotContain(myNumber);
    Assignments.addMember(Persona.SUPERVISOR, mine, second.staffId().orElseThrow(), "second-worker")
        .then()
        .statusCode(201);
    assertThat(utf8(Exports.ofList(second, "cases")))
        .contains(myNumber)
        .doesNotContain(otherNumber);
    assertThat(utf8(Exports.ofList(Persona.OTHER_UNIT_SUPERVISOR, "cases")))
        .doesNotContain(myNumber, otherNumber);
    assertThat(utf8(Exports.ofList(Persona.SUPERVISOR, "overdue"))).doesNotContain(myNumber);
    Backstage.execute(
        "update task set remind_at = now() - interval '4 hours', due_at = now() - interval '3 hours'"
            + " where case_id = ?::uuid",
        mine);
    assertThat(utf8(Exports.ofList(Persona.SUPERVISOR, "overdue")))
        .contains("\"" + myNumber + "\"")
        .containsPattern(myNumber + "\",\"[^\"]+\",\"[0-9: -]+\",\"3\"");
    assertThat(Backstage.audit("EXPORT_LIST", Persona.PESHAWAR))
        .contains("performed cases supervision en", "performed overdue supervision en");
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
        utf8(Exports.ofList(Persona.OTHER_UNIT_SUPERVISOR, "cases")).lines().toList();
    assertThat(lines.stream().filter(line -> line.startsWith("\"long-")))
        .hasSize(1_100)
        .doesNotHaveDuplicates();
    Backstage.execute("delete from case_file where recorded_at = '2002-01-01 00:00:00Z'");
    Backstage.execute("delete from child where recorded_at = '2002-01-01 00:00:00Z'");
  }

  private static String number(String caseId) {
    return as(Persona.SUPERVISOR).get("/v1/cases/" + caseId).path("number");
  }

  private static String utf8(Response response) {
    response.then().statusCode(200);
    return new String(response.asByteArray(), StandardCharsets.UTF_8);
  }

  /** What a reader of the document may copy or hear; its typefaces are all inside. */
  private static String text(byte[] pdf) throws IOException {
    StringBuilder text = new StringBuilder();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).isTrue();
        }
        for (Object token : new PDFStreamParser(page).parse()) {
          if (token instanceof COSDictionary marked) {
            text.append(marked.getString("ActualText")).append('\n');
          }
        }
      }
    }
    return text.toString();
  }
}
