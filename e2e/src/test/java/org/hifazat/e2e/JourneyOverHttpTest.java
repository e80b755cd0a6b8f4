package org.hifazat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.awaitility.Awaitility;
import org.hifazat.local.demo.Answer;
import org.hifazat.local.demo.PartnerSystem;
import org.hifazat.local.demo.StaffSession;
import org.hifazat.local.demo.Submission;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * One child's case from the first call to the Commission's figures, through the interfaces alone.
 */
class JourneyOverHttpTest {
  private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @BeforeAll
  static void aPlatformWithAYearBehindIt() throws Exception {
    RunningPlatform.filled();
  }

  @Test
  void aCallBecomesACaseIsAssessedReferredAnsweredAndCounted() throws Exception {
    StaffSession commission = RunningPlatform.signIn("mina.commission");
    Figures before = Figures.of(commission, "peshawar");

    String reportId = aHelplineOperatorRecordsAConcern();
    StaffSession worker = RunningPlatform.signIn("gulalai.peshawar");
    String caseId = aSocialWorkerOpensTheCase(worker, reportId);
    theServerScoresTheRiskAndTheDeadlineRuns(worker, caseId);
    String referralId = aReferralNeedsConsentAndThenGoesOut(worker, caseId);
    theAgencyAnswersThroughItsOwnSystem(referralId);
    theSenderReadsTheOutcomeAndClosesTheLoop(worker, referralId);

    Awaitility.await("the district's figures")
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              Figures after = Figures.of(commission, "peshawar");
              counted(before, after, "concernReports", "newCases", "openCases", "risk/high");
              counted(before, after, "referrals/requested", "referrals/accepted");
            });
    theCommissionHasNoWayToTheChild(commission, caseId, reportId, referralId);
  }

  /** One more, in the district or, where that is hidden for a small one's sake, the province. */
  private static void counted(Figures before, Figures after, String... names) {
    for (String name : names) {
      if (before.inDistrict(name) >= 0 && after.inDistrict(name) >= 0) {
        assertThat(after.inDistrict(name)).as(name).isEqualTo(before.inDistrict(name) + 1);
      } else {
        assertThat(before.inProvince(name)).as(name + " of the province is shown").isNotNegative();
        assertThat(after.inProvince(name))
            .as(name + " of the province")
            .isEqualTo(before.inProvince(name) + 1);
      }
    }
  }

  private static String aHelplineOperatorRecordsAConcern() throws Exception {
    StaffSession helpline = RunningPlatform.signIn("naila.helpline");
    Answer report =
        helpline.create(
            "/api/cases/v1/concern-reports",
            """
            {"channel":"helpline-1121","districtCode":"peshawar","receivedAt":"%s",
             "reporter":{"kind":"anonymous"},"concerns":["child_domestic_labour"],"urgency":"urgent",
             "narrative":"A girl is kept at work day and night in a house near the invented bazaar.",
             "childHint":{"name":"Rokhana","sex":"female","ageYears":12}}"""
                .formatted(Instant.now().minusSeconds(120)));
    return report.expect(201).json().get("id").asText();
  }

  private static String aSocialWorkerOpensTheCase(StaffSession worker, String reportId)
      throws Exception {
    Answer report = worker.get("/api/cases/v1/concern-reports/" + reportId).expect(200);
    String triage = "/api/cases/v1/concern-reports/" + reportId + "/triage";
    String decision =
        """
        {"decision":"open-case","triagedAt":"%s","searchToken":"%s",
         "child":{"names":{"given":"رخسانہ","father":"نیک محمد","script":"arab"},"sex":"female",
                  "estimatedAgeYears":12,"ageBasis":"stated","language":"ps",
                  "address":"Invented bazaar, third lane","safeContact":"Through the teacher"},
         "concerns":["child_domestic_labour"]}""";
    String now = Instant.now().minusSeconds(60).toString();
    assertThat(worker.change(triage, report.etag(), decision.formatted(now, "none")).problem())
        .as("no child is registered before a search")
        .isEqualTo("search-required");
    String token =
        worker
            .create(
                "/api/cases/v1/child-searches",
                "{\"names\":{\"given\":\"Rukhsana\",\"father\":\"Nek Muhammad\"},\"ageYears\":12}")
            .expect(200)
            .json()
            .get("searchToken")
            .asText();
    String caseId =
        worker
            .change(triage, report.etag(), decision.formatted(now, token))
            .expect(201)
            .json()
            .get("caseId")
            .asText();
    consent(worker, caseId, "case-management", "");
    return caseId;
  }

  /** By the caregiver, and with the assent of the child of twelve. */
  private static void consent(StaffSession worker, String caseId, String purpose, String agency)
      throws Exception {
    for (String giver : new String[] {"caregiver", "child"}) {
      worker
          .create(
              "/api/cases/v1/cases/" + caseId + "/consents",
              """
              {"purpose":"%s"%s,"decision":"given","givenBy":"%s","method":"thumbprint",
               "person":{"name":"Nek Muhammad","relation":"father"},
               "witness":"Invented colleague","language":"ps","happenedAt":"%s"}"""
                  .formatted(
                      purpose,
                      agency.isEmpty() ? "" : ",\"agencyId\":\"" + agency + "\"",
                      giver,
                      Instant.now().minusSeconds(30)))
          .expect(201);
    }
  }

  private static void theServerScoresTheRiskAndTheDeadlineRuns(StaffSession worker, String caseId)
      throws Exception {
    Instant conducted = Instant.now().minusSeconds(20).truncatedTo(ChronoUnit.SECONDS);
    String lying =
        Submission.of(LocalDate.ofInstant(conducted, KARACHI), 3, 2, "none")
            .replace("</data>", "<result><score>0</score><band>low</band></result></data>")
            .replace("\"", "\\\"");
    String body =
        """
        {"instrumentId":"kp-risk-matrix","instrumentVersion":"1","conductedAt":"%s","submission":"%s"}"""
            .formatted(conducted, lying);
    String path = "/api/assessments/v1/cases/" + caseId + "/assessments";
    Answer assessed =
        Awaitility.await("the case is known to the assessment service")
            .atMost(PATIENCE)
            .until(() -> worker.create(path, body), answer -> answer.status() != 404);
    JsonNode result = assessed.expect(201).json();
    assertThat(result.get("riskLevel").asText()).isEqualTo("high");
    assertThat(result.get("score").asInt()).isEqualTo(6);
    assertThat(result.get("claimedScoreRejected").asBoolean()).isTrue();
    Awaitility.await("the risk reaches the case")
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode file = worker.get("/api/cases/v1/cases/" + caseId).expect(200).json();
              assertThat(file.path("riskLevel").asText()).isEqualTo("high");
              assertThat(file.get("tasks"))
                  .anySatisfy(
                      task -> {
                        assertThat(task.get("kind").asText()).isEqualTo("first-response");
                        assertThat(
                                Duration.between(
                                    conducted, Instant.parse(task.get("dueAt").asText())))
                            .isEqualTo(Duration.ofHours(24));
                      });
            });
  }

  private static String aReferralNeedsConsentAndThenGoesOut(StaffSession worker, String caseId)
      throws Exception {
    JsonNode service =
        worker
            .get("/api/referrals/v1/services?category=legal-aid&districtCode=peshawar")
            .expect(200)
            .json()
            .get("items")
            .get(0);
    String body =
        """
        {"caseId":"%s","serviceId":"%s","priority":"high","reasonCode":"service-needed",
         "packet":{"ageBand":"12-14","sex":"female","language":"ps","safeContact":"Through the teacher",
                   "safetyWarnings":"The employer must not know.","requestText":"Legal advice on release and wages."},
         "authoredAt":"%s"}"""
            .formatted(caseId, service.get("id").asText(), Instant.now().minusSeconds(10));
    String path = "/api/referrals/v1/referrals";
    Answer refused =
        Awaitility.await("the case is known to the referral service")
            .atMost(PATIENCE)
            .until(() -> worker.create(path, body), answer -> answer.status() != 404);
    assertThat(refused.problem()).isEqualTo("consent-missing");
    consent(worker, caseId, "share-information", service.get("agencyId").asText());
    Answer sent =
        Awaitility.await("the consent arrives")
            .atMost(PATIENCE)
            .until(() -> worker.create(path, body), answer -> answer.status() == 201);
    return sent.json().get("id").asText();
  }

  private static void theAgencyAnswersThroughItsOwnSystem(String referralId) throws Exception {
    PartnerSystem agency = RunningPlatform.legalAid();
    String path = "/partner/v1/referrals/" + referralId;
    Answer referral = agency.get(path).expect(200);
    assertThat(referral.body())
        .contains("Legal advice on release")
        .doesNotContain("رخسانہ")
        .doesNotContain("Invented bazaar");
    String now = "{\"happenedAt\":\"%s\"}".formatted(Instant.now());
    Answer accepted = agency.step(path + "/acceptance", referral.etag(), now).expect(200);
    assertThat(agency.step(path + "/acceptance", referral.etag(), now).problem())
        .as("accepted once, not twice")
        .isEqualTo("stale");
    Answer started = agency.step(path + "/start", accepted.etag(), now).expect(200);
    agency
        .step(
            path + "/completion",
            started.etag(),
            """
            {"happenedAt":"%s","outcome":{"code":"provided","text":"Wages claimed; the child is released."}}"""
                .formatted(Instant.now()))
        .expect(200);
  }

  private static void theSenderReadsTheOutcomeAndClosesTheLoop(
      StaffSession worker, String referralId) throws Exception {
    String path = "/api/referrals/v1/referrals/" + referralId;
    Answer referral = worker.get(path).expect(200);
    assertThat(referral.json().get("status").asText()).isEqualTo("completed");
    assertThat(referral.json().at("/outcome/code").asText()).isEqualTo("provided");
    worker
        .change(
            path + "/loop-closure",
            referral.etag(),
            "{\"happenedAt\":\"%s\"}".formatted(Instant.now()))
        .expect(200);
  }

  private static void theCommissionHasNoWayToTheChild(
      StaffSession commission, String caseId, String reportId, String referralId) throws Exception {
    for (String path :
        new String[] {
          "/api/cases/v1/cases",
          "/api/cases/v1/cases/" + caseId,
          "/api/cases/v1/concern-reports",
          "/api/cases/v1/concern-reports/" + reportId,
          "/api/cases/v1/tasks",
          "/api/assessments/v1/cases/" + caseId + "/assessments",
          "/api/referrals/v1/referrals/" + referralId,
          "/api/referrals/v1/cases/" + caseId + "/referrals"
        }) {
      assertThat(commission.get(path).status()).as(path).isEqualTo(403);
    }
    assertThat(
            commission
                .create("/api/cases/v1/child-searches", "{\"names\":{\"given\":\"Rukhsana\"}}")
                .status())
        .isEqualTo(403);
  }
}
