package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hifazat.cases.Requests.as;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.cases.duplicates.MatchChildren;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two records become one by two people, and two again when that was wrong. */
@HifazatTest(service = "cases")
class MergeTest {
  /** Everything that a merge could touch of both cases and children, without its own counters. */
  private static final String BOTH =
      """
      select string_agg(line::text, ' ' order by line::text) from (
        select to_jsonb(f) - 'version' from case_file f where f.id in (?::uuid, ?::uuid)
        union all select to_jsonb(c) - 'version' from child c join case_file f on f.child_id = c.id where f.id in (?::uuid, ?::uuid)
        union all select to_jsonb(k) from child_search_key k join case_file f on f.child_id = k.child_id where f.id in (?::uuid, ?::uuid)
        union all select to_jsonb(t) - 'version' from task t where t.case_id in (?::uuid, ?::uuid)
        union all select to_jsonb(a) - 'version' from approval a where a.case_id in (?::uuid, ?::uuid)
        union all select to_jsonb(e) from case_closure e where e.case_id in (?::uuid, ?::uuid)
        union all select to_jsonb(n) from consent n where n.case_id in (?::uuid, ?::uuid)) x(line)\
      """;

  private static final String PREFIX = "org.hifazat.cases.";

  @Inject DataSource database;
  @Inject MatchChildren matching;

  private final Twins twins = new Twins();

  @BeforeEach
  void begin() {
    Twins.alone();
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  private record Pair(String id, String kept, String merged) {}

  private Pair found() {
    String kept = twins.latin(Persona.SOCIAL_WORKER, "peshawar");
    String merged = twins.urdu(Persona.SOCIAL_WORKER, "peshawar");
    matching.matchAll();
    return new Pair(twins.pair(Persona.SUPERVISOR, kept, merged), kept, merged);
  }

  private static String both(Pair pair) {
    Object[] ids = new Object[14];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = i % 2 == 0 ? pair.kept() : pair.merged();
    }
    return Backstage.texts(BOTH, ids).getFirst();
  }

  @Test
  void oneProposesAnotherConfirmsAndTheOtherCaseIsClosedAsADuplicate() {
    Pair pair = found();
    String merge =
        Twins.propose(Persona.SOCIAL_WORKER, pair.id(), pair.kept())
            .then()
            .statusCode(201)
            .body("state", equalTo("proposed"))
            .extract()
            .path("id");
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + pair.merged())
        .then()
        .body("state", equalTo("identified"));
    Twins.answer(Persona.SUPERVISOR, merge, "confirmation", 0)
        .then()
        .statusCode(200)
        .body("state", equalTo("confirmed"));
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + pair.merged())
        .then()
        .statusCode(200)
        .body("state", equalTo("closed"))
        .body("tasks.findAll { it.state == 'open' }.size()", equalTo(0));
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + pair.kept())
        .then()
        .body("state", equalTo("identified"))
        .body("tasks.findAll { it.state == 'open' }.size()", equalTo(3));
    as(Persona.SUPERVISOR)
        .get("/v1/duplicates/" + pair.id())
        .then()
        .body("state", equalTo("merged"))
        .body("merges[0].state", equalTo("confirmed"));
    Response seen = as(Persona.SUPERVISOR).get("/v1/duplicates/" + pair.id());
    boolean keptFirst = pair.kept().equals(seen.path("one.caseId"));
    assertThat(seen.<String>path((keptFirst ? "other" : "one") + ".goesOnIn"))
        .isEqualTo(as(Persona.SUPERVISOR).get("/v1/cases/" + pair.kept()).<String>path("number"));
    assertThat(seen.<String>path((keptFirst ? "one" : "other") + ".goesOnIn")).isNull();
    assertThat(
            Backstage.texts(
                "select kind from timeline_entry where case_id = ?::uuid and kind like"
                    + " 'case-merged%'",
                pair.merged()))
        .containsExactly("case-merged");
    assertThat(
            Backstage.texts(
                "select kind from timeline_entry where case_id = ?::uuid and kind like"
                    + " 'case-merged%'",
                pair.kept()))
        .containsExactly("case-merged-in");
    assertThat(Backstage.audit("CONFIRM_MERGE", merge)).hasSize(1);
  }

  @Test
  void whoRegistersAChildIsAnsweredWhenTheLikelyDuplicateIsFound() {
    String kept = twins.latin(Persona.SOCIAL_WORKER, "peshawar");
    System.setProperty("hifazat.matching.at-registration", "true");
    try {
      assertThat(matching.matchAll()).isPositive();
      String again = twins.urdu(Persona.SOCIAL_WORKER, "peshawar");
      assertThat(twins.pair(Persona.SUPERVISOR, kept, again)).isNotNull();
      as(Persona.SOCIAL_WORKER)
          .get("/v1/cases/" + again + "/next-steps")
          .then()
          .body("warnings.code", hasItem("likely-duplicate"));
      assertThat(matching.matchAll()).as("nothing is left for later").isZero();
    } finally {
      System.clearProperty("hifazat.matching.at-registration");
    }
  }

  @Test
  void undoingRestoresBothExactly() {
    Pair pair = found();
    String before = both(pair);
    String merge = Twins.propose(Persona.SOCIAL_WORKER, pair.id(), pair.kept()).path("id");
    Twins.answer(Persona.SUPERVISOR, merge, "confirmation", 0).then().statusCode(200);
    assertThat(both(pair)).isNotEqualTo(before);
    Twins.answer(Persona.SUPERVISOR, merge, "undoing", 1).then().statusCode(200);
    assertThat(both(pair)).isEqualTo(before);
    as(Persona.SUPERVISOR)
        .get("/v1/duplicates/" + pair.id())
        .then()
        .body("state", equalTo("open"))
        .body("merges[0].state", equalTo("undone"))
        .body("merges[0].undoReason", equalTo("not-the-same"));
    Twins.answer(Persona.SUPERVISOR, merge, "undoing", 2).then().statusCode(409);
    Response again = Twins.propose(Persona.SOCIAL_WORKER, pair.id(), pair.merged());
    again.then().statusCode(201);
    membersOfAnOldMergeStay(again.path("id"), pair.kept());
  }

  /** One that was confirmed before it kept who the members were. */
  private static void membersOfAnOldMergeStay(String merge, String merged) {
    Twins.answer(Persona.SUPERVISOR, merge, "confirmation", 0).then().statusCode(200);
    String member = Persona.PSYCHOLOGIST.staffId().orElseThrow().toString();
    Backstage.execute("update child_merge set members_before = null where id = ?::uuid", merge);
    Backstage.execute(
        "update case_file set member_ids = array[?::uuid] where id = ?::uuid", member, merged);
    Twins.answer(Persona.SUPERVISOR, merge, "undoing", 1).then().statusCode(200);
    assertThat(
            Backstage.texts("select member_ids[1]::text from case_file where id = ?::uuid", merged))
        .containsExactly(member);
  }

  @Test
  void nobodyConfirmsTheirOwnProposal() {
    Pair pair = found();
    String merge = Twins.propose(Persona.SUPERVISOR, pair.id(), pair.kept()).path("id");
    String before = both(pair);
    Twins.answer(Persona.SUPERVISOR, merge, "confirmation", 0)
        .then()
        .statusCode(409)
        .body("code", equalTo("merge-needs-another-person"));
    Twins.answer(Persona.SOCIAL_WORKER, merge, "confirmation", 0).then().statusCode(403);
    assertThat(both(pair)).isEqualTo(before);
  }

  @Test
  void confirmingAndUndoingAskForAFreshAndStrongSignIn() {
    Pair pair = found();
    String merge = Twins.propose(Persona.SOCIAL_WORKER, pair.id(), pair.kept()).path("id");
    for (String what : List.of("confirmation", "undoing")) {
      for (String token :
          List.of(
              Tokens.ofOldSignIn(Persona.SUPERVISOR), Tokens.ofWeakSignIn(Persona.SUPERVISOR))) {
        Twins.answer(token, merge, what, 0)
            .then()
            .statusCode(401)
            .body("code", equalTo("step-up-required"));
      }
    }
  }

  @Test
  void aProposalIsTurnedDownOrTakenBackAndThePairIsOpenAgain() {
    Pair pair = found();
    String merge = Twins.propose(Persona.SOCIAL_WORKER, pair.id(), pair.kept()).path("id");
    Twins.propose(Persona.SUPERVISOR, pair.id(), pair.kept())
        .then()
        .statusCode(409)
        .body("code", equalTo("merge-pending"));
    Twins.answer(Persona.SOCIAL_WORKER, merge, "refusal", 0).then().statusCode(200);
    Twins.answer(Persona.SUPERVISOR, merge, "confirmation", 1)
        .then()
        .statusCode(409)
        .body("code", equalTo("merge-not-proposed"));
    as(Persona.SUPERVISOR).get("/v1/duplicates/" + pair.id()).then().body("state", equalTo("open"));
  }

  @Test
  void overTwoUnitsTheOtherUnitsSupervisorConfirmsAndTheCaseGoesThere() {
    String ours = twins.latin(Persona.SOCIAL_WORKER, "peshawar");
    String theirs = twins.urdu(Persona.OTHER_UNIT_SOCIAL_WORKER, "mardan");
    matching.matchAll();
    Pair pair = new Pair(twins.pair(Persona.SUPERVISOR, ours, null), ours, theirs);
    String before = both(pair);
    String merge = Twins.propose(Persona.SOCIAL_WORKER, pair.id(), ours).path("id");
    Twins.answer(Persona.SUPERVISOR, merge, "confirmation", 0)
        .then()
        .statusCode(409)
        .body("code", equalTo("merge-needs-the-other-unit"));
    as(Persona.SUPERVISOR).get("/v1/cases/" + theirs).then().statusCode(404);
    Twins.answer(Persona.OTHER_UNIT_SUPERVISOR, merge, "confirmation", 0).then().statusCode(200);
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + theirs)
        .then()
        .statusCode(200)
        .body("state", equalTo("closed"));
    as(Persona.OTHER_UNIT_SUPERVISOR).get("/v1/cases/" + theirs).then().statusCode(404);
    Twins.answer(Persona.OTHER_UNIT_SUPERVISOR, merge, "undoing", 1).then().statusCode(404);
    Twins.answer(Persona.SUPERVISOR, merge, "undoing", 1).then().statusCode(200);
    assertThat(both(pair)).isEqualTo(before);
  }

  @Test
  void aClosedCaseIsNotMergedAndAMergedCaseNotReopened() {
    Pair pair = found();
    String merge = Twins.propose(Persona.SOCIAL_WORKER, pair.id(), pair.kept()).path("id");
    Twins.answer(Persona.SUPERVISOR, merge, "confirmation", 0).then().statusCode(200);
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + pair.merged() + "/next-steps")
        .then()
        .statusCode(200)
        .body("warnings.code", hasItem("case-merged"))
        .body("nextSteps.find { it.step == 'reopen' }.blockers.code", hasItem("case-merged"));
    UUID referral = UUID.randomUUID();
    Backstage.execute(
        "insert into known_referral (referral_id, case_id, status, version) values"
            + " (?, ?::uuid, 'accepted', 1)",
        referral,
        pair.merged());
    lateReferralIsAskedAfterInTheCaseThatGoesOn(pair, referral);
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + pair.merged() + "/episodes")
        .then()
        .statusCode(200)
        .body("closures.reason", hasItem("duplicate-merged"));
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + pair.kept() + "/next-steps")
        .then()
        .body("nextSteps.find { it.step == 'close' }.blockers.code", hasItem("open-referral"))
        .body("warnings.code", hasItem("holds-merged-case"))
        .body("warnings.code", not(hasItem("likely-duplicate")));
    Twins.propose(Persona.SUPERVISOR, pair.id(), pair.kept())
        .then()
        .statusCode(409)
        .body("code", equalTo("duplicate-already-merged"));
  }

  private static void lateReferralIsAskedAfterInTheCaseThatGoesOn(Pair pair, UUID referral) {
    UUID event = UUID.randomUUID();
    Instant due = Instant.now().minusSeconds(60);
    Events.send(
        "hifazat.referrals.v1",
        "org.hifazat.referrals.referral-escalated.v1",
        pair.merged(),
        1,
        event,
        """
        {"referralId":"%s","caseId":"%s","districtCode":"peshawar","unitId":"%s","agencyId":"%s",
         "clock":"complete","level":"supervisor","dueAt":"%s","at":"%s"}"""
            .formatted(
                referral,
                pair.merged(),
                Persona.PESHAWAR,
                Persona.LEGAL_AID,
                due,
                due.plusSeconds(10)));
    Casework.applied(event);
    assertThat(
            Backstage.texts(
                "select distinct case_id::text from task where kind = 'referral-unfinished'"
                    + " and subject_id = ? and state = 'open'",
                referral))
        .containsExactly(pair.kept());
  }

  @Test
  void theSameProposalSentTwiceIsOne() {
    Pair pair = found();
    Response seen = as(Persona.SOCIAL_WORKER).get("/v1/duplicates/" + pair.id());
    UUID key = UUID.randomUUID();
    String body =
        "{\"keep\":\"one\",\"happenedAt\":\"%s\"}".formatted(Instant.now().minusMillis(5));
    for (int i = 0; i < 2; i++) {
      as(Persona.SOCIAL_WORKER)
          .header("If-Match", seen.header("ETag"))
          .header("Idempotency-Key", key)
          .body(body)
          .post("/v1/duplicates/" + pair.id() + "/merges")
          .then()
          .statusCode(201);
    }
    assertThat(
            Backstage.count("select count(*) from child_merge where pair_id = ?::uuid", pair.id()))
        .isEqualTo(1);
  }

  @Test
  void mergesAreToldAsTheContractsSay() {
    Pair pair = found();
    String merge = Twins.propose(Persona.SOCIAL_WORKER, pair.id(), pair.kept()).path("id");
    Twins.answer(Persona.SUPERVISOR, merge, "confirmation", 0).then().statusCode(200);
    Twins.answer(Persona.SUPERVISOR, merge, "undoing", 1).then().statusCode(200);
    Awaitility.await("all of it is published")
        .until(
            () -> {
              List<String> types = Topic.types(Topic.CASES, pair.merged());
              return types.contains(PREFIX + "case-reopened.v1")
                  && types.stream().filter((PREFIX + "task-scheduled.v1")::equals).count() == 6;
            });
    assertThat(
            Topic.types(Topic.CASES, pair.merged()).stream()
                .filter(type -> type.contains("merged") || type.contains("case-closed"))
                .toList())
        .containsExactly(
            PREFIX + "child-merged.v1", PREFIX + "case-closed.v1", PREFIX + "child-unmerged.v1");
    assertThat(
            Topic.types(Topic.CASES, pair.merged()).stream().filter(type -> type.contains("task")))
        .as("its clocks were stopped and run again")
        .containsExactly(
            PREFIX + "task-scheduled.v1",
            PREFIX + "task-scheduled.v1",
            PREFIX + "task-scheduled.v1",
            PREFIX + "task-superseded.v1",
            PREFIX + "task-superseded.v1",
            PREFIX + "task-superseded.v1",
            PREFIX + "task-scheduled.v1",
            PREFIX + "task-scheduled.v1",
            PREFIX + "task-scheduled.v1");
    EventContracts contracts = EventContracts.load();
    Topic.read(Topic.CASES, pair.merged())
        .forEach(event -> contracts.assertPublishable(Topic.type(event), event.value()));
  }
}
