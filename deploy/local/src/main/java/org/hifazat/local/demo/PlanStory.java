package org.hifazat.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** Carries an assessed case on: approvals, safety plan, plan, and contacts until today. */
public final class PlanStory {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final StaffSession worker;
  private final StaffSession supervisor;
  private final PlannedCase planned;
  private final String path;
  private final Instant assessed;

  PlanStory(StaffSession worker, StaffSession supervisor, PlannedCase planned, String caseId) {
    this.worker = worker;
    this.supervisor = supervisor;
    this.planned = planned;
    this.path = "/api/cases/v1/cases/" + caseId;
    this.assessed = planned.assessedAt();
  }

  void play() throws IOException, InterruptedException {
    String level = level();
    approved("registration", planned.triagedAt());
    assessedAsAWhole();
    step("assess", assessed);
    approved("assessment", after(Duration.ofMinutes(15)));
    if (level.equals("high")) {
      worker.create(path + "/safety-plans", safetyPlan()).expect(201);
    }
    step("plan", after(Duration.ofHours(1)));
    worker.create(path + "/case-plans", plan()).expect(201);
    approved("case-plan", after(Duration.ofHours(3)));
    step("implement", after(Duration.ofHours(4)));
    Instant now = Instant.now();
    for (Instant day = planned.visitedAt(); day.isBefore(now); day = day.plus(between(level))) {
      worker.create(path + "/contacts", contact(day)).expect(201);
    }
    Duration month = Duration.ofDays(28);
    for (Instant day = after(month); day.isBefore(now); day = day.plus(month)) {
      worker.create(path + "/reviews", review(day)).expect(201);
    }
    worker.create(path + "/services-given", session()).expect(201);
    if (level.equals("high")) {
      Duration week = Duration.ofHours(164);
      for (Instant day = after(week); day.isBefore(now); day = day.plus(week)) {
        worker.create(path + "/conferences", minutes(day)).expect(201);
      }
      worker.create(path + "/planned-conferences", conference()).expect(201);
    }
  }

  /** The assessment reaches the case by an event. */
  private String level() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      JsonNode level = worker.get(path + "/next-steps").expect(200).json().path("riskLevel");
      if (level.isTextual()) {
        return level.asText();
      }
      Pause.of(Duration.ofMillis(100));
    }
    throw new IllegalStateException("the assessment never reached its case");
  }

  private void assessedAsAWhole() throws IOException, InterruptedException {
    worker
        .create(
            path.replace("/api/cases/", "/api/assessments/") + "/assessments",
            Submission.comprehensiveAt(assessed))
        .expect(201);
    awaitComprehensive(worker, path);
  }

  /** Until the case service has heard that the child was assessed as a whole. */
  public static void awaitComprehensive(StaffSession worker, String casePath)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      JsonNode steps = worker.get(casePath + "/next-steps").expect(200).json();
      if (!steps.toString().contains("comprehensive-assessment-needed")) {
        return;
      }
      Pause.of(Duration.ofMillis(100));
    }
    throw new IllegalStateException("the comprehensive assessment never reached its case");
  }

  private Instant after(Duration time) {
    return assessed.plus(time);
  }

  /** A little sooner than the policy asks. */
  private static Duration between(String level) {
    return switch (level) {
      case "high" -> Duration.ofHours(80);
      case "medium" -> Duration.ofDays(13);
      default -> Duration.ofDays(28);
    };
  }

  private void step(String step, Instant at) throws IOException, InterruptedException {
    String etag = worker.get(path + "/next-steps").expect(200).etag();
    String body =
        JSON.createObjectNode().put("step", step).put("happenedAt", at.toString()).toString();
    worker.change(path + "/steps", etag, body).expect(200);
  }

  private void approved(String kind, Instant at) throws IOException, InterruptedException {
    String request =
        JSON.createObjectNode().put("kind", kind).put("happenedAt", at.toString()).toString();
    Answer asked = worker.create(path + "/approvals", request).expect(201);
    String decision =
        JSON.createObjectNode()
            .put("decision", "approved")
            .put("happenedAt", at.plus(Duration.ofMinutes(20)).toString())
            .toString();
    supervisor
        .change(path + "/approvals/" + kind + "/decision", asked.etag(), decision)
        .expect(200);
  }

  private String safetyPlan() {
    ObjectNode plan = JSON.createObjectNode();
    plan.put("dangers", "The man who hurt " + planned.child().given() + " comes to the house.");
    plan.put("childDoes", "Goes to the neighbour at once and stays there.");
    plan.put("adultsDo", "The mother keeps the door locked and calls 1121.");
    plan.putArray("people")
        .addObject()
        .put("name", "The invented neighbour")
        .put("reach", "next door");
    plan.putArray("places").add("The school");
    plan.put("childSays", "agreed").put("caregiverSays", "agreed");
    plan.put("happenedAt", after(Duration.ofMinutes(30)).toString());
    return plan.toString();
  }

  private String plan() {
    ObjectNode plan = JSON.createObjectNode();
    ObjectNode problem = plan.putArray("problems").addObject().put("id", id());
    problem.put(
        "text", planned.child().given() + " does not go to school and is not safe at home.");
    ObjectNode goal = problem.putArray("goals").addObject().put("id", id());
    goal.put("text", "Back at school five days a week, and nobody at home is violent.");
    ObjectNode action = goal.putArray("actions").addObject().put("id", id());
    action.put("text", "Speak with the head teacher near " + planned.child().address() + ".");
    action.putObject("actor").put("kind", "caregiver");
    action.put("dueOn", LocalDate.now(KARACHI).plusDays(1 + planned.number() % 9).toString());
    for (String who : new String[] {"child", "caregiver"}) {
      plan.putObject(who)
          .put("decision", "agreed")
          .put("happenedAt", after(Duration.ofHours(2)).toString());
    }
    return plan.toString();
  }

  private String contact(Instant day) {
    return JSON.createObjectNode()
        .put("result", "held")
        .put("kind", "home-visit")
        .put("happenedAt", day.toString())
        .put("childSeen", true)
        .put("seenAlone", true)
        .put("riskChange", "same")
        .put(
            "note", planned.child().given() + " was seen alone and says that it is calmer at home.")
        .toString();
  }

  private String review(Instant day) {
    return JSON.createObjectNode()
        .put("decision", "go-on")
        .put("findings", planned.child().given() + " goes to school on most days.")
        .put("happenedAt", day.toString())
        .toString();
  }

  private String session() {
    return JSON.createObjectNode()
        .put("kind", "psychosocial-session")
        .put("happenedAt", planned.visitedAt().toString())
        .put("minutes", 45)
        .toString();
  }

  private String conference() {
    ObjectNode conference = JSON.createObjectNode();
    conference.put("reason", "several-agencies");
    conference.put("plannedFor", Instant.now().plus(Duration.ofDays(3)).toString());
    conference.put("place", "The unit's office");
    inspector(conference.putArray("invited"));
    return conference.toString();
  }

  private static String minutes(Instant at) {
    ObjectNode minutes = JSON.createObjectNode();
    minutes.put("reason", "several-agencies").put("outcome", "stays-open").put("remote", true);
    inspector(minutes.putArray("participants"));
    minutes.put("decisions", "An invented decision: everybody goes on as agreed.");
    minutes.putArray("actions");
    return minutes.put("happenedAt", at.toString()).toString();
  }

  private static void inspector(ArrayNode people) {
    people.addObject().put("name", "The invented inspector").put("role", "police");
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }
}
