package org.hifazat.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.hifazat.local.demo.Answer;
import org.hifazat.local.demo.PlanStory;
import org.hifazat.local.demo.StaffSession;
import org.hifazat.local.demo.Submission;

/**
 * Cases as a supervisor finds them. They are made over HTTP: the screens they are made with have a
 * journey of their own.
 */
final class PreparedCases {
  private static final String CASES = "/api/cases/v1/cases/";

  private final StaffSession worker;
  private final String districtCode;

  PreparedCases(StaffSession worker, String districtCode) {
    this.worker = worker;
    this.districtCode = districtCode;
  }

  record Prepared(String id, String number) {}

  /** A report that nobody has looked at. */
  String report(String urgency, String narrative) throws IOException, InterruptedException {
    return worker
        .create(
            "/api/cases/v1/concern-reports",
            """
            {"channel":"walk-in","districtCode":"%s","receivedAt":"%s",
             "reporter":{"kind":"anonymous"},"concerns":["child_domestic_labour"],
             "urgency":"%s","narrative":"%s"}"""
                .formatted(districtCode, Instant.now().minusSeconds(120), urgency, narrative))
        .expect(201)
        .json()
        .get("id")
        .asText();
  }

  /**
   * A case with the consent of child and caregiver.
   *
   * @param given in either script
   */
  Prepared open(String given, String father, String script)
      throws IOException, InterruptedException {
    String reportId = report("urgent", "Seen at work at night, near the invented gate.");
    Answer report = worker.get("/api/cases/v1/concern-reports/" + reportId).expect(200);
    String token =
        worker
            .create(
                "/api/cases/v1/child-searches",
                "{\"names\":{\"given\":\"%s\",\"father\":\"%s\"},\"ageYears\":12}"
                    .formatted(given, father))
            .expect(200)
            .json()
            .get("searchToken")
            .asText();
    String id =
        worker
            .change(
                "/api/cases/v1/concern-reports/" + reportId + "/triage",
                report.etag(),
                """
                {"decision":"open-case","triagedAt":"%s","searchToken":"%s",
                 "child":{"names":{"given":"%s","father":"%s","script":"%s"},"sex":"male",
                          "estimatedAgeYears":12,"ageBasis":"stated","language":"ps",
                          "safeContact":"Through the teacher"},
                 "concerns":["child_domestic_labour"]}"""
                    .formatted(Instant.now().minusSeconds(60), token, given, father, script))
            .expect(201)
            .json()
            .get("caseId")
            .asText();
    for (String giver : new String[] {"caregiver", "child"}) {
      worker
          .create(
              CASES + id + "/consents",
              """
              {"purpose":"case-management","decision":"given","givenBy":"%s","method":"thumbprint",
               "person":{"name":"Invented caregiver","relation":"aunt"},
               "witness":"Invented colleague","language":"ps","happenedAt":"%s"}"""
                  .formatted(giver, Instant.now().minusSeconds(30)))
          .expect(201);
    }
    JsonNode file = worker.get(CASES + id).expect(200).json();
    return new Prepared(id, file.get("number").asText());
  }

  void askApproval(Prepared prepared, String kind) throws IOException, InterruptedException {
    worker
        .create(
            CASES + prepared.id() + "/approvals",
            "{\"kind\":\"%s\",\"happenedAt\":\"%s\"}".formatted(kind, Instant.now()))
        .expect(201);
  }

  /**
   * The child is assessed as a whole; the long form itself is filled in by the journey of the
   * assessments.
   */
  static void assessAsAWhole(StaffSession worker, String caseId)
      throws IOException, InterruptedException {
    worker
        .create(
            "/api/assessments/v1/cases/" + caseId + "/assessments",
            Submission.comprehensiveAt(Instant.now()))
        .expect(201);
    PlanStory.awaitComprehensive(worker, CASES + caseId);
  }

  /** People, papers and what courts said, so that no part of the file is empty. */
  void furnish(Prepared prepared) throws IOException, InterruptedException {
    String file = CASES + prepared.id();
    Instant earlier = Instant.now().minusSeconds(20);
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Karachi"));
    String when = "\"happenedAt\":\"" + earlier + "\"";
    add(
        file + "/persons",
        "{%s,\"relation\":\"aunt\",\"name\":\"Invented Aunt\",\"roles\":[\"caregiver\",\"safe-adult\"]}",
        when);
    add(
        file + "/persons",
        "{%s,\"relation\":\"employer\",\"name\":\"Invented Foreman\",\"roles\":[\"person-of-concern\"]}",
        when);
    add(
        file + "/consents",
        """
        {%s,"purpose":"share-information","decision":"given","givenBy":"caregiver","method":"thumbprint",
         "recipient":{"name":"Dispenser Gul Rang","serviceType":"health","place":"By the invented bridge"},
         "person":{"name":"Invented caregiver","relation":"aunt"},
         "witness":"Invented colleague","language":"ps"}""",
        when);
    add(
        file + "/safe-places",
        "{%s,\"kind\":\"relative-home\",\"name\":\"House of the invented aunt\"}",
        when);
    add(
        file + "/notes",
        "{%s,\"kind\":\"ordinary\",\"text\":\"He did not want to go back to the invented kiln.\"}",
        when);
    add(
        file + "/incidents",
        """
        {%s,"concerns":["physical_abuse"],"placeKind":"work","finding":"alleged",
         "account":"The invented foreman hit him."}""",
        when);
    add(
        file + "/court-matters",
        "{\"kind\":\"protection\",\"court\":\"Invented Child Court\",\"cognizanceAt\":\"%s\"}",
        earlier);
    add(
        file + "/hearings",
        "{\"purpose\":\"child-statement\",\"plannedFor\":\"%s\"}",
        Instant.now().plusSeconds(600_000));
    add(
        file + "/orders",
        """
        {"kind":"rescue","section":"20(2)","madeBy":"child-protection-court",
         "maker":"Invented Judge","madeAt":"%s","beginsOn":"%s","endsOn":"%s"}""",
        earlier,
        today,
        today.plusDays(9));
    add(
        file + "/placements",
        "{\"kind\":\"shelter\",\"place\":\"Invented Safe House\",\"beganAt\":\"%s\"}",
        earlier);
    add(
        file + "/missing-reports",
        """
        {"missingSince":"%s","learnedAt":"%s","circumstances":"Did not come home from school."}""",
        earlier,
        earlier);
  }

  private void add(String path, String body, Object... words)
      throws IOException, InterruptedException {
    worker.create(path, body.formatted(words)).expect(201);
  }

  /** A colleague reads a case that is not theirs. */
  static void readInAnEmergency(StaffSession colleague, Prepared prepared)
      throws IOException, InterruptedException {
    colleague
        .create(
            "/api/cases/v1/emergency-accesses",
            """
            {"caseNumber":"%s","reason":"danger-now",
             "words":"An invented neighbour called at night."}"""
                .formatted(prepared.number()))
        .expect(201);
  }
}
