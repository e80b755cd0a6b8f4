package org.hifazat.cases.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.openCase;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
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
import org.hifazat.cases.Events;
import org.hifazat.cases.Papers;
import org.hifazat.cases.Plans;
import org.hifazat.cases.people.People;
import org.hifazat.cases.tracing.Tracing;
import org.hifazat.platform.messaging.Deliveries;
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
  @Inject Deliveries deliveries;

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
    nationality(id);
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
        .contains("خطرے کا جدول (خیبر پختونخوا)", "0 سے 9 کے پیمانے پر 6 نمبر")
        .doesNotContain("afghan", "Afghan", "افغان", "شہریت اور کاغذات درج")
        .doesNotContain("Only the supervisor reads this");
    keepPage("ur", urdu.asByteArray());
    byte[] english =
        Exports.ofCase(Tokens.of(Persona.SUPERVISOR), id, "en", "handover").asByteArray();
    keepPage("en", english);
    assertThat(text(english))
        .contains("Case " + number, "زرغونہ", "The case was opened", "Handing the case over")
        .contains("KP risk matrix", "6 points on a scale from 0 to 9")
        .contains("danger signs: The suspected perpetrator has access to the child")
        .contains("PHQ-9 modified for adolescents")
        .contains("Legal aid", "Completed", "The service was given", "the family was told")
        .contains("The invented uncle hit him with a stick.", "At home", "Alleged")
        .contains("Invented Child Court", "To be kept at the invented home.", "Bring the invented")
        .contains("Invented Safe House", "Invented Matron", "Did not come home.")
        .contains("It goes well.", "Invented Inspector (police)", "The police look for the uncle.")
        .contains("30 minutes", "Parted at the invented crossing.", "Deportation or return")
        .doesNotContain("Moderately severe", "17 points")
        .doesNotContain("Afghan", "Nationality and papers were recorded", "Only the supervisor");
    byte[] pashto = Exports.ofCase(Tokens.of(ME), id, "ps", "case-conference").asByteArray();
    keepPage("ps", pashto);
    assertThat(text(pashto)).contains("قضیه " + number, "قضیه پرانیستل شوه");
    assertThat(Backstage.audit("EXPORT_CASE", id))
        .containsExactly(
            "performed court-or-committee ur",
            "performed handover en",
            "performed case-conference ps");
    as(ME)
        .get("/v1/cases/" + id + "/timeline?group=case")
        .then()
        .body("items[0].kind", equalTo("case-exported"))
        .body("items[0].codes", contains("case-conference"));
  }

  @Test
  void whatIsRestrictedComesAlongOnlyWhenSomebodyWhoMayReadItChoosesIt() throws IOException {
    String id = openCase(ME, "Sanga", NINE_YEARS);
    Papers.note(ME, id, "supervision", "Only the supervisor reads this").then().statusCode(201);
    UUID psychologist = Persona.PSYCHOLOGIST.staffId().orElseThrow();
    Assignments.addMember(Persona.SUPERVISOR, id, psychologist, "psychologist")
        .then()
        .statusCode(201);
    Papers.note(Persona.PSYCHOLOGIST, id, "clinical", "Nightmares since spring.")
        .then()
        .statusCode(201);
    assessed(id, "phq-a", "depression", "\"band\":\"moderately-severe\",\"score\":17");
    nationality(id);

    String plain = text(Exports.ofCaseWith(Persona.SUPERVISOR, id).asByteArray());
    assertThat(plain)
        .contains("Not in this document", "Clinical notes", "Notes for supervision")
        .contains("Nationality and papers", "Results of health and mental health screens")
        .contains("Identity numbers (CNIC, B-form)", "Answers given in assessments")
        .doesNotContain("Nightmares", "Only the supervisor", "17 points", "Recorded for");
    String whole =
        text(
            Exports.ofCaseWith(
                    Persona.SUPERVISOR,
                    id,
                    "clinical-notes",
                    "supervision-notes",
                    "screening-results",
                    "nationality")
                .asByteArray());
    assertThat(whole)
        .contains("Nightmares since spring.", "Only the supervisor reads this")
        .contains("Moderately severe", "17 points on a scale from 0 to 27", "Recorded for")
        .contains("Printed because it was chosen");
    assertThat(whole.substring(whole.indexOf("Not in this document")))
        .contains("Identity numbers")
        .doesNotContain("Clinical notes", "Nationality", "screens");

    Exports.ofCaseWith(ME, id, "clinical-notes").then().statusCode(403);
    Exports.ofCaseWith(ME, id, "supervision-notes").then().statusCode(403);
    Exports.ofCaseWith(ME, id, "gossip").then().statusCode(400);
    assertThat(text(Exports.ofCaseWith(ME, id, "nationality").asByteArray()))
        .contains("Recorded for")
        .doesNotContain("Nightmares", "Only the supervisor");
    assertThat(Backstage.audit("EXPORT_CASE", id))
        .contains(
            "performed handover en nationality screening-results supervision-notes clinical-notes",
            "performed handover en nationality");
    assertThat(Backstage.audit("EXPORT_NOTES_KEPT_APART", id))
        .hasSize(2)
        .allMatch(line -> line.startsWith("refused"));
    assertThat(
            Backstage.texts(
                "select array_to_string(codes, ' ') from timeline_entry"
                    + " where kind = 'case-exported' and case_id = ?::uuid",
                id))
        .containsOnly("handover");
  }

  private static void nationality(String id) {
    as(ME)
        .header("If-Match", "\"v0\"")
        .body(
            "{\"status\":\"afghan-por\",\"neededFor\":\"documentation\",\"happenedAt\":\"%s\"}"
                .formatted(Instant.now().minusSeconds(1)))
        .put("/v1/cases/" + id + "/nationality")
        .then()
        .statusCode(200);
  }

  private void assessed(String id, String instrument, String purpose, String result) {
    Events.deliver(
        deliveries,
        "hifazat.assessments.v1",
        "org.hifazat.assessments.assessment-completed.v1",
        id,
        1,
        """
        {"assessmentId":"%s","caseId":"%s","instrumentId":"%s","instrumentVersion":"1","purpose":"%s",%s,
         "valid":true,"redFlags":[%s],"respondent":"child","conductedAt":"%s","recordedAt":"%s"}"""
            .formatted(
                UUID.randomUUID(),
                id,
                instrument,
                purpose,
                result,
                purpose.equals("risk") ? "\"perpetrator-access\"" : "",
                Instant.now(),
                Instant.now()));
  }

  /** What was found and done, and a note that stays on the platform. */
  private void work(String id) {
    Instant now = Instant.now();
    assessed(id, "kp-risk-matrix", "risk", "\"riskLevel\":\"high\",\"band\":\"high\",\"score\":6");
    assessed(id, "phq-a", "depression", "\"band\":\"moderately-severe\",\"score\":17");
    Exports.referred(deliveries, id);
    Papers.incident(ME, id, Papers.incident(now, "")).then().statusCode(201);
    Papers.matter(ME, id, now).then().statusCode(201);
    Papers.order(
            ME,
            id,
            Papers.order(
                "protective-care",
                Plans.inDays(0),
                ",\"endsOn\":\"%s\"".formatted(Plans.inDays(20))))
        .then()
        .statusCode(201);
    Papers.hearing(ME, id, now.plusSeconds(90_000), "").then().statusCode(201);
    Papers.placement(ME, id, now, "").then().statusCode(201);
    Papers.missing(ME, id, now, now).then().statusCode(201);
    Plans.review(ME, id, Instant.now(), "").then().statusCode(201);
    Plans.conference(ME, id, Plans.minutes(Instant.now(), "")).then().statusCode(201);
    Plans.service(ME, id, "psychosocial-session", ",\"minutes\":30").then().statusCode(201);
    Tracing.record(ME, id, "\"v0\"", "separated").then().statusCode(200);
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

  /**
   * What a reader of the document may copy or hear, in one line and without the foot of pages; its
   * typefaces are all inside.
   */
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
            String said = marked.getString("ActualText");
            if (said != null && !said.contains(" · ")) {
              text.append(said).append(' ');
            }
          }
        }
      }
    }
    return text.toString();
  }
}
