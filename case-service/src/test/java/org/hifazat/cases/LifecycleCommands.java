package org.hifazat.cases;

import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.consent;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hifazat.platform.messaging.Deliveries;
import org.hifazat.platform.testing.Persona;
import org.jspecify.annotations.Nullable;

/** What somebody may try with a case, allowed or not, and how it is sent. */
final class LifecycleCommands {
  private static final String STALE = "\"v9999\"";
  static final Persona TAKER = Persona.PROTECTION_OFFICER;
  private static final UUID TAKER_ID = TAKER.staffId().orElseThrow();
  private static final String NO = ",\"comment\":\"Not yet.\"";
  private static final String DESPITE = ",\"overrideReason\":\"Ten letters and some more.\"";

  private LifecycleCommands() {}

  /** What somebody may try. */
  enum Act {
    ASSESS,
    PLAN,
    IMPLEMENT,
    REVIEW,
    REPLAN,
    CONSENT,
    WITHDRAW_CONSENT,
    SCORE_LOW,
    SCORE_HIGH,
    LOWER,
    REQUEST_REGISTRATION,
    REQUEST_ASSESSMENT,
    APPROVE_REGISTRATION,
    APPROVE_ASSESSMENT,
    REJECT_REGISTRATION,
    PROPOSE_CLOSURE,
    APPROVE_CLOSURE,
    OVERRIDE_CLOSURE,
    REJECT_CLOSURE,
    REOPEN,
    ASSIGN,
    PROPOSE_TRANSFER,
    WITHDRAW_TRANSFER,
    DECLINE_TRANSFER,
    ACCEPT_TRANSFER,
    SEAL,
    UNSEAL
  }

  record Command(Act act, Persona by, boolean stale) {}

  /** Null for an assessment, which is an event and has no answer. */
  static @Nullable Response send(
      Deliveries deliveries, String id, Command command, LifecycleModel model) {
    Persona by = command.by();
    String etag = command.stale() ? STALE : etag(id);
    return switch (command.act()) {
      case ASSESS, PLAN, IMPLEMENT, REVIEW, REPLAN ->
          Casework.step(by, id, etag, step(command), Instant.now());
      case CONSENT -> consent(by, id, consent("case-management", "court", Instant.now(), ""));
      case WITHDRAW_CONSENT ->
          consent(
              by,
              id,
              consent("case-management", "court", Instant.now(), "")
                  .replace("\"given\"", "\"withdrawn\""));
      case SCORE_LOW -> score(deliveries, id, "low", model);
      case SCORE_HIGH -> score(deliveries, id, "high", model);
      case LOWER -> lower(by, id, etag);
      case REQUEST_REGISTRATION -> Casework.request(by, id, "registration");
      case REQUEST_ASSESSMENT -> Casework.request(by, id, "assessment");
      case APPROVE_REGISTRATION -> decide(by, id, "registration", "approved", "", command);
      case APPROVE_ASSESSMENT -> decide(by, id, "assessment", "approved", "", command);
      case REJECT_REGISTRATION -> decide(by, id, "registration", "rejected", NO, command);
      case PROPOSE_CLOSURE -> Casework.propose(by, id, "court-discharged", "");
      case APPROVE_CLOSURE -> decide(by, id, "closure", "approved", "", command);
      case OVERRIDE_CLOSURE -> decide(by, id, "closure", "approved", DESPITE, command);
      case REJECT_CLOSURE -> decide(by, id, "closure", "rejected", NO, command);
      case REOPEN -> Casework.reopen(by, id, etag, Instant.now());
      case ASSIGN ->
          Assignments.assign(by, id, etag, TAKER_ID, Assignments.HANDOVER + Assignments.REASON);
      case PROPOSE_TRANSFER -> Transfers.propose(by, id, elsewhere(model), Transfers.OVERRIDE);
      case WITHDRAW_TRANSFER -> Transfers.end(by, transfer(id), version(command), "withdrawal");
      case DECLINE_TRANSFER -> Transfers.end(by, transfer(id), version(command), "decline");
      case ACCEPT_TRANSFER -> Transfers.accept(by, transfer(id), version(command), "");
      case SEAL -> Seals.seal(by, id, etag, model.owner().staffId().orElseThrow(), staff(by));
      case UNSEAL -> Seals.open(by, id, etag);
    };
  }

  private static UUID staff(Persona by) {
    return by.staffId().orElseGet(UUID::randomUUID);
  }

  private static String elsewhere(LifecycleModel model) {
    boolean here = model.unit().equals(Persona.PESHAWAR);
    Persona receiver = here ? Persona.OTHER_UNIT_SUPERVISOR : Persona.SUPERVISOR;
    return "\"kind\":\"unit\",\"toDistrictCode\":\"%s\",\"receiverId\":\"%s\""
        .formatted(here ? "mardan" : "peshawar", receiver.staffId().orElseThrow());
  }

  /** The newest there is. */
  private static String transfer(String id) {
    List<String> found =
        Backstage.texts(
            "select id from case_transfer where case_id = ?::uuid order by recorded_at desc limit 1",
            id);
    return found.isEmpty() ? UUID.randomUUID().toString() : found.getFirst();
  }

  private static String version(Command command) {
    return command.stale() ? STALE : "\"v0\"";
  }

  static String step(Command command) {
    return command.act().name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Response score(
      Deliveries deliveries, String id, String level, LifecycleModel model) {
    Casework.assessed(deliveries, id, level, Instant.now());
    model.assessed(level);
    return null;
  }

  private static Response lower(Persona by, String id, String etag) {
    Response risk = as(by).get("/v1/cases/" + id + "/risk");
    String suggested = risk.statusCode() == 200 ? risk.path("suggestion.assessmentId") : null;
    return as(by)
        .header("If-Match", etag)
        .body(
            "{\"assessmentId\":\"%s\",\"happenedAt\":\"%s\",\"reason\":\"Ten letters and more.\"}"
                .formatted(suggested == null ? UUID.randomUUID() : suggested, Instant.now()))
        .post("/v1/cases/" + id + "/risk-lowering");
  }

  private static Response decide(
      Persona by, String id, String kind, String decision, String more, Command command) {
    List<String> pending =
        Backstage.texts(
            "select version from approval where case_id = ?::uuid and kind = ? and state = 'pending'",
            id,
            kind);
    String etag =
        command.stale() ? STALE : "\"v" + (pending.isEmpty() ? "0" : pending.getFirst()) + "\"";
    return Casework.decide(by, id, kind, etag, decision, more);
  }

  private static String etag(String id) {
    return "\"v"
        + Backstage.texts("select version from case_file where id = ?::uuid", id).getFirst()
        + "\"";
  }
}
