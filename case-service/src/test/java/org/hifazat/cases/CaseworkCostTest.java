package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.cases.Plans.action;
import static org.hifazat.cases.Plans.inDays;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reading a case's plans, contacts and conferences costs, and which index answers it. */
@HifazatTest(service = "cases")
class CaseworkCostTest {
  private static final String CHILD = "{\"kind\":\"child\"}";

  @Inject DataSource database;
  @Inject CallerContext callers;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void aPlanOfTenActionsIsReadWithAsManyStatementsAsOneOfOne() {
    String small = CasePlanTest.planned("Sadaf");
    String large = CasePlanTest.planned("Samandar");
    String one =
        Plans.draft(
                Persona.SOCIAL_WORKER,
                small,
                Plans.plan(
                    UUID.randomUUID(), action(UUID.randomUUID(), "Act.", CHILD, inDays(3)), ""))
            .path("id");
    StringBuilder actions = new StringBuilder(action(UUID.randomUUID(), "Act.", CHILD, inDays(3)));
    for (int i = 1; i < 10; i++) {
      actions.append(',').append(action(UUID.randomUUID(), "Act.", CHILD, inDays(3)));
    }
    String many = Plans.inForce(large, UUID.randomUUID(), actions.toString());
    int few = RoundTrips.of(Persona.SOCIAL_WORKER, as -> as.get("/v1/case-plans/" + one));
    int more = RoundTrips.of(Persona.SOCIAL_WORKER, as -> as.get("/v1/case-plans/" + many));
    assertThat(more).isPositive().isEqualTo(few);
    System.out.println("FIGURE round trips of GET /v1/case-plans/{id}: " + more);
  }

  @Test
  void listsThatGrowTakeAsManyStatementsForSixtyRowsAndReadFromTheirIndex() {
    String id = Casework.opened("Hajra");
    years(id);
    try {
      for (String path :
          List.of("follow-ups?state=ended&", "follow-ups?state=planned&", "services-given?")) {
        assertThat(list(id, path, 60)).as(path).isPositive().isEqualTo(list(id, path, 10));
      }
      LISTS.forEach(
          (index, select) ->
              assertThat(planOf(select, id))
                  .contains(index)
                  .doesNotContain(
                      "Seq Scan on "
                          + index.replaceFirst("_(ended|planned|by_case|to_come)$", "")));
    } finally {
      for (String table :
          List.of(
              "follow_up",
              "service_given",
              "planned_conference",
              "case_conference",
              "case_review")) {
        Backstage.execute("delete from " + table + " where case_id = ?::uuid", id);
      }
    }
  }

  /** The statements behind the lists' later pages, by the index that answers each. */
  private static final Map<String, String> LISTS =
      Map.of(
          "follow_up_ended",
          "select id from follow_up where case_id = '%1$s' and state in ('held', 'missed')"
              + " and (happened_at < now() or (happened_at = now() and id < '%1$s'))"
              + " order by happened_at desc, id desc limit 21",
          "follow_up_planned",
          "select id from follow_up where case_id = '%1$s' and state = 'planned'"
              + " and (planned_for > now() or (planned_for = now() and id > '%1$s'))"
              + " order by planned_for, id limit 21",
          "service_given_by_case",
          "select id from service_given where case_id = '%1$s' order by happened_at desc, id desc limit 21",
          "case_review_by_case",
          "select id from case_review where case_id = '%1$s' order by happened_at desc, id desc limit 21",
          "case_conference_by_case",
          "select id from case_conference where case_id = '%1$s' order by happened_at desc, id desc limit 21",
          "planned_conference_to_come",
          "select id from planned_conference where case_id = '%1$s' and state = 'planned'"
              + " order by planned_for, id limit 21");

  private String planOf(String select, String caseId) {
    return new Database(database, callers)
        .plan(Database.caller(Persona.SOCIAL_WORKER), select.formatted(caseId));
  }

  private static int list(String caseId, String path, int rows) {
    return RoundTrips.of(
        Persona.SOCIAL_WORKER,
        as -> {
          Response page = as.get("/v1/cases/" + caseId + "/" + path + "limit=" + rows);
          assertThat(page.<List<String>>path("items.id")).hasSize(rows);
          return page;
        });
  }

  /** More than any case has, so that reading it all would be the wrong plan. */
  private static void years(String caseId) {
    String rows = " from generate_series(1, 4000) n";
    String when = "now() - n * interval '1 hour'";
    String someone = "gen_random_uuid()";
    insert(
        "follow_up (id, case_id, kind, state, by_policy, happened_at, missed_reason, recorded_at, version)",
        "'%s', 'home-visit', 'missed', false, %s, 'child-away', now(), 0".formatted(caseId, when)
            + rows);
    insert(
        "follow_up (id, case_id, kind, state, by_policy, planned_for, recorded_at, version)",
        "'%s', 'home-visit', 'planned', false, now() + n * interval '1 hour', now(), 0"
                .formatted(caseId)
            + rows);
    insert(
        "service_given (id, case_id, kind, happened_at, given_by, recorded_by, recorded_at, version)",
        "'%s', 'visit', %s, %s, %s, now(), 0".formatted(caseId, when, someone, someone) + rows);
    insert(
        "case_review (id, case_id, decision, happened_at, content, recorded_by, recorded_at)",
        "'%s', 'go-on', %s, '\\x00', %s, now()".formatted(caseId, when, someone) + rows);
    insert(
        "case_conference (id, case_id, reason, outcome, remote, participants, happened_at, content, recorded_by, recorded_at)",
        "'%s', 'other', 'other', false, 2, %s, '\\x00', %s, now()".formatted(caseId, when, someone)
            + rows);
    insert(
        "planned_conference (id, case_id, reason, state, planned_for, content, planned_by, recorded_at, version)",
        "'%s', 'other', 'planned', now() + n * interval '1 hour', '\\x00', %s, now(), 0"
                .formatted(caseId, someone)
            + rows);
    for (String table :
        List.of(
            "follow_up", "service_given", "case_review", "case_conference", "planned_conference")) {
      Backstage.execute("analyze " + table);
    }
  }

  private static void insert(String into, String selected) {
    Backstage.execute("insert into " + into + " select gen_random_uuid(), " + selected);
  }
}
