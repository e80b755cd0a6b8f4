package org.hifazat.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plays one planned case the way a worker does: step by step, with what each answer brought. */
final class CaseStory {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int WORD_OF_THEIR_OWN = 6;

  /** Answers that mean "the event has not arrived yet" right after the step before. */
  private static final Set<String> NOT_YET = Set.of("not-found", "consent-missing");

  private final StaffSession worker;
  private final StaffSession supervisor;
  private final PlannedCase planned;
  private @Nullable String caregiverId;

  CaseStory(StaffSession worker, StaffSession supervisor, PlannedCase planned) {
    this.worker = worker;
    this.supervisor = supervisor;
    this.planned = planned;
  }

  /** A referral that was sent and waits for its agency. */
  record SentReferral(String account, String referralId, String agencyId, Instant at) {}

  Optional<SentReferral> play() throws IOException, InterruptedException {
    Answer report = worker.create("/api/cases/v1/concern-reports", report());
    report.expect(201);
    String triage = "/api/cases/v1/concern-reports/" + report.json().get("id").asText() + "/triage";
    if (planned.noConcern()) {
      worker.change(triage, report.etag(), noConcern()).expect(200);
      return Optional.empty();
    }
    Answer search = worker.create("/api/cases/v1/child-searches", search()).expect(200);
    String token = search.json().get("searchToken").asText();
    String caseId =
        worker
            .change(triage, report.etag(), openCase(token))
            .expect(201)
            .json()
            .get("caseId")
            .asText();
    consented(caseId, "case-management", null);
    if (!planned.assessed()) {
      return Optional.empty();
    }
    eventually("/api/assessments/v1/cases/" + caseId + "/assessments", assessment());
    Optional<SentReferral> sent =
        planned.refer() && planned.referredAt().isBefore(Instant.now())
            ? refer(caseId)
            : Optional.empty();
    if (planned.carriedOn(Instant.now())) {
      new PlanStory(worker, supervisor, planned, caseId).play();
    } else {
      visit(caseId);
    }
    return sent;
  }

  private Optional<SentReferral> refer(String caseId) throws IOException, InterruptedException {
    JsonNode services =
        worker
            .get("/api/referrals/v1/services?districtCode=" + planned.districtCode())
            .expect(200)
            .json()
            .get("items");
    if (services.isEmpty()) {
      return Optional.empty();
    }
    JsonNode service = services.get(planned.number() % services.size());
    String agency = service.get("agencyId").asText();
    consented(caseId, "share-information", agency);
    Answer made =
        eventually("/api/referrals/v1/referrals", referral(caseId, service.get("id").asText()));
    return Optional.of(
        new SentReferral(
            planned.account(), made.json().get("id").asText(), agency, planned.referredAt()));
  }

  /** The first response, once its clock runs. */
  private void visit(String caseId) throws IOException, InterruptedException {
    if (!planned.visited() || planned.visitedAt().isAfter(Instant.now())) {
      return;
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      JsonNode tasks = worker.get("/api/cases/v1/cases/" + caseId).expect(200).json().get("tasks");
      for (JsonNode task : tasks) {
        if (task.get("kind").asText().equals("first-response")) {
          worker
              .change(
                  "/api/cases/v1/tasks/" + task.get("id").asText() + "/completion",
                  task.get("etag").asText(),
                  JSON.createObjectNode()
                      .put("happenedAt", planned.visitedAt().toString())
                      .toString())
              .expect(200);
          return;
        }
      }
      Pause.of(Duration.ofMillis(100));
    }
    throw new IllegalStateException("the clock of the first response never started");
  }

  /** Another service learns of the case by an event, so it may need a moment. */
  private Answer eventually(String path, String body) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Answer answer = worker.create(path, body);
      if (answer.status() == 201) {
        return answer;
      }
      if (!NOT_YET.contains(answer.problem()) || System.nanoTime() > end) {
        answer.expect(201);
      }
      Pause.of(Duration.ofMillis(100));
    }
  }

  private String report() {
    ObjectNode report = JSON.createObjectNode();
    report.put("channel", planned.channel());
    report.put("districtCode", planned.districtCode());
    report.put("receivedAt", planned.reportedAt().toString());
    report.putObject("reporter").put("kind", "anonymous");
    codes(report, planned.concerns());
    report.put("urgency", planned.urgency());
    report.put(
        "narrative",
        "%s, child of %s, is said to be in trouble near %s."
            .formatted(
                planned.child().given(), planned.child().father(), planned.child().address()));
    report
        .putObject("childHint")
        .put("name", planned.child().given())
        .put("sex", planned.child().sex())
        .put("ageYears", planned.child().ageYears())
        .put("place", planned.child().address());
    return report.toString();
  }

  private String search() {
    ObjectNode search = JSON.createObjectNode();
    search
        .putObject("names")
        .put("given", planned.child().given())
        .put("father", planned.child().father());
    search.put("ageYears", planned.child().ageYears());
    return search.toString();
  }

  private String openCase(String searchToken) {
    InventedChild child = planned.child();
    ObjectNode triage = JSON.createObjectNode();
    triage.put("decision", "open-case");
    triage.put("triagedAt", planned.triagedAt().toString());
    triage.put("searchToken", searchToken);
    ObjectNode part = triage.putObject("child");
    part.putObject("names")
        .put("given", child.given())
        .put("father", child.father())
        .put("script", child.script());
    part.put("sex", child.sex());
    part.put("estimatedAgeYears", child.ageYears());
    part.put("ageBasis", "stated");
    part.put("language", planned.number() % 3 == 0 ? "ur" : "ps");
    part.put("address", child.address());
    part.put("safeContact", "Through the school, " + child.phone());
    part.put("phone", child.phone());
    codes(triage, planned.concerns());
    return triage.toString();
  }

  private String noConcern() {
    return JSON.createObjectNode()
        .put("decision", "no-concern")
        .put("triagedAt", planned.triagedAt().toString())
        .put("reason", planned.child().given() + " was visited and is well cared for.")
        .toString();
  }

  /** By the caregiver, and from six years on by the child as well. */
  private void consented(String caseId, String purpose, @Nullable String agencyId)
      throws IOException, InterruptedException {
    String path = "/api/cases/v1/cases/" + caseId + "/consents";
    caregiverId =
        worker
            .create(path, consent(purpose, agencyId, "caregiver"))
            .expect(201)
            .json()
            .get("personId")
            .asText();
    if (planned.child().ageYears() >= WORD_OF_THEIR_OWN) {
      worker.create(path, consent(purpose, agencyId, "child")).expect(201);
    }
  }

  private String consent(String purpose, @Nullable String agencyId, String giver) {
    ObjectNode consent = JSON.createObjectNode();
    consent.put("purpose", purpose);
    consent.put("decision", "given");
    if (agencyId != null) {
      consent.put("agencyId", agencyId);
    }
    consent.put("givenBy", giver);
    if (giver.equals("caregiver")) {
      caregiver(consent);
    }
    consent.put("method", "thumbprint");
    consent.put("witness", "Invented colleague");
    consent.put("language", "ps");
    consent.put("happenedAt", planned.triagedAt().toString());
    return consent.toString();
  }

  /** Written down with the first word, and known from then on. */
  private void caregiver(ObjectNode consent) {
    if (caregiverId == null) {
      consent.putObject("person").put("name", planned.child().father()).put("relation", "father");
    } else {
      consent.put("personId", caregiverId);
    }
  }

  private String assessment() {
    return JSON.createObjectNode()
        .put("instrumentId", "kp-risk-matrix")
        .put("instrumentVersion", "1")
        .put("conductedAt", planned.assessedAt().toString())
        .put("submission", Submission.of(planned))
        .toString();
  }

  private String referral(String caseId, String serviceId) {
    ObjectNode referral = JSON.createObjectNode();
    referral.put("caseId", caseId);
    referral.put("serviceId", serviceId);
    referral.put("priority", planned.severity() > 2 ? "high" : "medium");
    referral.put("reasonCode", "service-needed");
    referral
        .putObject("packet")
        .put("ageBand", ageBand(planned.child().ageYears()))
        .put("sex", planned.child().sex())
        .put("language", "ps")
        .put("safeContact", "Through the school, " + planned.child().phone())
        .put("requestText", "Please see the family near " + planned.child().address() + ".");
    referral.put("authoredAt", planned.referredAt().toString());
    return referral.toString();
  }

  private static String ageBand(int years) {
    if (years <= 5) {
      return "0-5";
    }
    if (years <= 11) {
      return "6-11";
    }
    return years <= 14 ? "12-14" : "15-17";
  }

  private static void codes(ObjectNode parent, List<String> concerns) {
    concerns.forEach(parent.withArray("concerns")::add);
  }
}
