package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hifazat.cases.Requests.as;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.cases.duplicates.MatchChildren;
import org.hifazat.cases.risk.RiskOfMerges;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two merged records share besides the child: the higher risk, and who may know of them. */
@HifazatTest(service = "cases")
class MergedAlikeTest {
  private static final UUID WORKER = Persona.SOCIAL_WORKER.staffId().orElseThrow();
  private static final UUID SUPERVISOR = Persona.SUPERVISOR.staffId().orElseThrow();

  @Inject DataSource database;
  @Inject MatchChildren matching;
  @Inject RiskOfMerges risks;

  @BeforeEach
  void begin() {
    Twins.alone();
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  private record Merge(String id, String kept, String merged) {}

  private Merge proposed(@Nullable String keptLevel, String mergedLevel) {
    Twins twins = new Twins();
    String kept = twins.latin(Persona.SOCIAL_WORKER, "peshawar");
    String merged = twins.urdu(Persona.SOCIAL_WORKER, "peshawar");
    if (keptLevel != null) {
      Casework.assessed(kept, keptLevel, Instant.now());
    }
    Casework.assessed(merged, mergedLevel, Instant.now());
    matching.matchAll();
    String pair = twins.pair(Persona.SUPERVISOR, kept, merged);
    return new Merge(Twins.propose(Persona.SOCIAL_WORKER, pair, kept).path("id"), kept, merged);
  }

  private static void answered(Merge merge, String what, long version) {
    Twins.answer(Persona.SUPERVISOR, merge.id(), what, version).then().statusCode(200);
  }

  private void awaits(String what, String sql, String id) {
    Awaitility.await(what)
        .until(
            () -> {
              risks.followAll();
              return Backstage.count(sql, id) == 1;
            });
  }

  private void level(String caseId, String level) {
    awaits(
        "the level is " + level,
        "select count(*) from case_file where risk_level = '" + level + "' and id = ?::uuid",
        caseId);
  }

  @Test
  void theCaseThatGoesOnIsRaisedToTheHigherRiskAndUndoingTakesItBack() {
    Merge merge = proposed("low", "high");
    answered(merge, "confirmation", 0);
    level(merge.kept(), "high");
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + merge.kept())
        .then()
        .body("riskLevel", equalTo("high"))
        .body("tasks.findAll { it.state == 'open' }.kind", hasItem("safety-plan"));
    assertThat(Backstage.audit("APPLY_ASSESSMENT", merge.kept())).contains("performed high");
    answered(merge, "undoing", 1);
    level(merge.kept(), "low");
    awaits(
        "nothing is left to take back",
        "select count(*) from child_merge where risk_before is null and id = ?::uuid",
        merge.id());
  }

  @Test
  void aCaseThatWasNotAssessedHasTheOthersLevelAndTasksMetAndNeitherOnceTheMergeIsUndone() {
    Merge merge = proposed(null, "high");
    answered(merge, "confirmation", 0);
    level(merge.kept(), "high");
    assertThat(states(merge.kept(), "comprehensive-assessment")).isEqualTo("done");
    assertThat(states(merge.kept(), "initial-assessment")).isEqualTo("done");
    answered(merge, "undoing", 1);
    awaits(
        "it has no level",
        "select count(*) from case_file where risk_level is null and id = ?::uuid",
        merge.kept());
    assertThat(states(merge.kept(), "comprehensive-assessment")).isEqualTo("done open");
    assertThat(states(merge.kept(), "initial-assessment")).isEqualTo("done open");
    assertThat(states(merge.kept(), "safety-plan")).isEqualTo("superseded");
    assertThat(states(merge.kept(), "first-response")).isEqualTo("superseded");
    Awaitility.await("told").until(() -> told(merge.kept()).size() == 2);
    assertThat(told(merge.kept()).getFirst())
        .contains("\"level\":\"high\"")
        .doesNotContain("previous");
    assertThat(told(merge.kept()).getLast()).contains("\"previousLevel\":\"high\"");
  }

  private static String states(String caseId, String kind) {
    return String.join(
        " ",
        Backstage.texts(
            "select state from task where case_id = ?::uuid and kind = ? order by id",
            caseId,
            kind));
  }

  private static List<String> told(String caseId) {
    return Topic.read(Topic.CASES, caseId).stream()
        .filter(event -> Topic.type(event).contains(".risk-level-"))
        .peek(event -> EventContracts.load().assertPublishable(Topic.type(event), event.value()))
        .map(event -> new String(event.value(), StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  void lessRiskChangesNothingAndWhatWasFoundSinceIsNotTakenBack() {
    Merge less = proposed("medium", "low");
    answered(less, "confirmation", 0);
    awaits(
        "it was compared",
        "select count(*) from child_merge where risk_followed and id = ?::uuid",
        less.id());
    level(less.kept(), "medium");
    Merge more = proposed("low", "medium");
    answered(more, "confirmation", 0);
    level(more.kept(), "medium");
    Casework.assessed(more.kept(), "high", Instant.now());
    answered(more, "undoing", 1);
    awaits(
        "it was looked at",
        "select count(*) from child_merge where risk_before is null and id = ?::uuid",
        more.id());
    level(more.kept(), "high");
  }

  @Test
  void whoMayKnowOfTheOneMayKnowOfTheOtherFromTheMergeOnAndAfterEveryChange() {
    Merge merge = proposed("low", "low");
    Response sealed =
        Seals.seal(
            Persona.SUPERVISOR, merge.merged(), Casework.etag(merge.merged()), WORKER, SUPERVISOR);
    assertThat(sealed.statusCode()).isLessThan(300);
    answered(merge, "confirmation", 0);
    assertThat(named(merge.kept())).isEqualTo(named(merge.merged())).isNotEqualTo("nobody");
    as(Persona.PROTECTION_OFFICER).get("/v1/cases/" + merge.kept()).then().statusCode(404);
    awaitsWord(merge.kept(), WORKER, SUPERVISOR);
    awaitsWord(merge.merged(), WORKER, SUPERVISOR);
    Seals.seal(Persona.SUPERVISOR, merge.kept(), Casework.etag(merge.kept()), SUPERVISOR, WORKER);
    assertThat(named(merge.kept()))
        .isEqualTo(named(merge.merged()))
        .isEqualTo("{" + SUPERVISOR + "," + WORKER + "}");
    awaitsWord(merge.merged(), SUPERVISOR, WORKER);
    Backstage.execute("update case_file set named_ids = null where id = ?::uuid", merge.kept());
    assertThat(List.of(named(merge.kept()), named(merge.merged())))
        .containsExactly("nobody", "nobody");
  }

  /** What the other services go by: they cannot know that a case follows another. */
  private static void awaitsWord(String caseId, UUID... named) {
    String sealedFor =
        "\"sealed\":true,\"namedIds\":"
            + Arrays.stream(named)
                .map(id -> "\"" + id + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    Awaitility.await("told who may know of it")
        .until(() -> lastWord(caseId).filter(word -> word.contains(sealedFor)).isPresent());
  }

  private static Optional<String> lastWord(String caseId) {
    return Topic.read(Topic.CASES, caseId).stream()
        .filter(event -> Topic.type(event).contains(".case-members-changed."))
        .peek(event -> EventContracts.load().assertPublishable(Topic.type(event), event.value()))
        .map(event -> new String(event.value(), StandardCharsets.UTF_8))
        .reduce((earlier, later) -> later);
  }

  @Test
  void whoWorksOnAMergedCaseIsToldAgainWhenItIsMergedWhenThatChangesAndWhenItIsParted() {
    Merge merge = proposed("low", "low");
    answered(merge, "confirmation", 0);
    Assignments.addMember(
            Persona.SUPERVISOR,
            merge.kept(),
            Persona.PSYCHOLOGIST.staffId().orElseThrow(),
            "psychologist")
        .then()
        .statusCode(201);
    String psychologist = Persona.PSYCHOLOGIST.staffId().orElseThrow().toString();
    Awaitility.await("the merged case follows")
        .until(
            () -> lastWord(merge.merged()).filter(word -> word.contains(psychologist)).isPresent());
    answered(merge, "undoing", 1);
    Awaitility.await("who works on it is told as before")
        .until(
            () ->
                lastWord(merge.merged())
                    .filter(word -> word.contains("\"memberIds\":[]"))
                    .isPresent());
  }

  private static String named(String caseId) {
    return Backstage.texts(
            "select coalesce(named_ids::text, 'nobody') from case_file where id = ?::uuid", caseId)
        .getFirst();
  }
}
