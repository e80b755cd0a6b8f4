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
  private static final String NO = ",\"comment\":\"Not yet.\"";
  private static final String DESPITE = ",\"overrideReason\":\"Ten letters and some more.\"";
  private static final String WITHDRAWN = "\"withdrawn\"";
  private static final String ACTOR = "{\"kind\":\"child\"}";

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
    MAKE_SAFETY_PLAN,
    DRAFT_PLAN,
    RECORD_REVIEW,
    REQUEST_REGISTRATION,
    REQUEST_ASSESSMENT,
    REQUEST_CASE_PLAN,
    APPROVE_REGISTRATION,
    APPROVE_ASSESSMENT,
    APPROVE_CASE_PLAN,
    REJECT_REGISTRATION,
    REJECT_ASSESSMENT,
    REJECT_CASE_PLAN,
    TAKE_BACK,
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
    UNSEAL,
    PROPOSE_MERGE,
    CONFIRM_MERGE,
    TURN_DOWN_MERGE,
    UNDO_MERGE;

    /** What an approval is asked for or answered: the words after the first. */
    String kind() {
      return name().substring(name().indexOf('_') + 1).toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  record Command(Act act, Persona by, boolean stale) {}

  /** Null where there is no answer: an assessment is an event, and most cases have no pair. */
  static @Nullable Response send(
      Deliveries deliveries, String id, Command command, LifecycleModel model) {
    Persona by = command.by();
    return switch (command.act()) {
      case ASSESS, PLAN, IMPLEMENT, REVIEW, REPLAN ->
          Casework.step(by, id, etag(id, command), step(command), Instant.now());
      case CONSENT -> consents(by, id);
      case WITHDRAW_CONSENT -> consent(by, id, word("caregiver").replace("\"given\"", WITHDRAWN));
      case SCORE_LOW -> score(deliveries, id, "low", model);
      case SCORE_HIGH -> score(deliveries, id, LifecycleModel.HIGH, model);
      case LOWER -> lower(by, id, etag(id, command));
      case MAKE_SAFETY_PLAN -> Plans.safe(by, id, Plans.safetyPlan(Instant.now(), ""));
      case DRAFT_PLAN -> Plans.draft(by, id, plan());
      case RECORD_REVIEW -> Plans.review(by, id, Instant.now(), "");
      case REQUEST_REGISTRATION, REQUEST_ASSESSMENT, REQUEST_CASE_PLAN ->
          Casework.request(by, id, command.act().kind());
      case APPROVE_REGISTRATION, APPROVE_ASSESSMENT, APPROVE_CASE_PLAN, APPROVE_CLOSURE ->
          decide(by, id, command.act().kind(), "approved", "", command);
      case REJECT_REGISTRATION, REJECT_ASSESSMENT, REJECT_CASE_PLAN, REJECT_CLOSURE ->
          decide(by, id, command.act().kind(), "rejected", NO, command);
      case OVERRIDE_CLOSURE -> decide(by, id, "closure", "approved", DESPITE, command);
      case TAKE_BACK -> takeBack(command, id, takenBack(command, model));
      case PROPOSE_CLOSURE -> Casework.propose(by, id, "court-discharged", "");
      case REOPEN -> Casework.reopen(by, id, etag(id, command), Instant.now());
      case ASSIGN ->
          Assignments.assign(
              by,
              id,
              etag(id, command),
              staff(model.taker()),
              Assignments.HANDOVER + Assignments.REASON);
      case PROPOSE_TRANSFER -> Transfers.propose(by, id, elsewhere(model), Transfers.OVERRIDE);
      case WITHDRAW_TRANSFER -> Transfers.end(by, transfer(id), version(command), "withdrawal");
      case DECLINE_TRANSFER -> Transfers.end(by, transfer(id), version(command), "decline");
      case ACCEPT_TRANSFER -> Transfers.accept(by, transfer(id), version(command), "");
      case SEAL -> Seals.seal(by, id, etag(id, command), staff(model.owner()), staff(by));
      case UNSEAL -> Seals.open(by, id, etag(id, command));
      case PROPOSE_MERGE, CONFIRM_MERGE, TURN_DOWN_MERGE, UNDO_MERGE ->
          model.isMergeWithinReach() ? merge(command, id, model.merge()) : null;
    };
  }

  private static String word(String giver) {
    return consent("case-management", giver, Instant.now(), "");
  }

  /** At nine years the caregiver's and the child's count together; the second is answered. */
  private static Response consents(Persona by, String id) {
    Response caregiver = consent(by, id, word("caregiver"));
    return caregiver.statusCode() < 300 ? consent(by, id, word("child")) : caregiver;
  }

  private static String plan() {
    UUID goal = UUID.randomUUID();
    return Plans.plan(
        goal, Plans.action(UUID.randomUUID(), "Act.", ACTOR, Plans.inDays(3)), Plans.bothAgree());
  }

  private static UUID staff(Persona persona) {
    return persona.staffId().orElseGet(UUID::randomUUID);
  }

  private static String elsewhere(LifecycleModel model) {
    boolean here = model.unit().equals(Persona.PESHAWAR);
    return "\"kind\":\"unit\",\"toDistrictCode\":\"%s\",\"receiverId\":\"%s\""
        .formatted(here ? "mardan" : "peshawar", staff(model.otherLead()));
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
    if (model.level() == null) {
      Casework.assessed(deliveries, id, level, Instant.now());
    } else {
      // a newer comprehensive assessment would have to be approved again, whatever the level
      Casework.riskOnly(deliveries, id, level, Instant.now());
    }
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
    return Casework.decide(by, id, kind, asked(id, kind, command), decision, more);
  }

  /** What somebody takes back is their own, if they have asked for anything. */
  static String takenBack(Command command, LifecycleModel model) {
    return model.requestedBy(command.by()).orElse("registration");
  }

  private static Response takeBack(Command command, String id, String kind) {
    return as(command.by())
        .header("If-Match", asked(id, kind, command))
        .post("/v1/cases/" + id + "/approvals/" + kind + "/withdrawal");
  }

  private static String asked(String id, String kind, Command command) {
    List<String> pending =
        Backstage.texts(
            "select version from approval where case_id = ?::uuid and kind = ? and state = 'pending'",
            id,
            kind);
    return command.stale() ? STALE : quoted(pending);
  }

  private static Response merge(Command command, String id, LifecycleMerge merge) {
    if (command.act() == Act.PROPOSE_MERGE) {
      return proposeMerge(command, id, merge);
    }
    String what = command.act() == Act.CONFIRM_MERGE ? "confirmation" : "refusal";
    return answer(command, merge, command.act() == Act.UNDO_MERGE ? "undoing" : what);
  }

  private static Response proposeMerge(Command command, String id, LifecycleMerge merge) {
    List<String> pair =
        Backstage.texts(
            "select version || ' ' || (one_case = ?::uuid) from duplicate_pair where id = ?::uuid",
            id,
            merge.pair());
    String[] seen = pair.getFirst().split(" ", -1);
    boolean keepOne = Boolean.parseBoolean(seen[1]) == merge.keepsThis();
    return as(command.by())
        .header("If-Match", command.stale() ? STALE : "\"v" + seen[0] + "\"")
        .header("Idempotency-Key", UUID.randomUUID())
        .body(
            "{\"keep\":\"%s\",\"take\":[],\"happenedAt\":\"%s\"}"
                .formatted(keepOne ? "one" : "other", Instant.now()))
        .post("/v1/duplicates/" + merge.pair() + "/merges");
  }

  private static Response answer(Command command, LifecycleMerge merge, String what) {
    String id = merge.id() == null ? UUID.randomUUID().toString() : merge.id();
    String version =
        command.stale()
            ? STALE
            : quoted(Backstage.texts("select version from child_merge where id = ?::uuid", id));
    String reason = what.equals("undoing") ? "\"reason\":\"not-the-same\"," : "";
    return as(command.by())
        .header("If-Match", version)
        .body("{%s\"happenedAt\":\"%s\"}".formatted(reason, Instant.now()))
        .post("/v1/merges/" + id + "/" + what);
  }

  private static String etag(String id, Command command) {
    return command.stale()
        ? STALE
        : quoted(Backstage.texts("select version from case_file where id = ?::uuid", id));
  }

  private static String quoted(List<String> version) {
    return "\"v" + (version.isEmpty() ? "0" : version.getFirst()) + "\"";
  }
}
