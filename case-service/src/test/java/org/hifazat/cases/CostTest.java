package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.cases.Requests.openCaseBody;
import static org.hifazat.cases.Requests.report;
import static org.hifazat.cases.Requests.waiting;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a request costs does not grow with what there is; of lists {@link ListCostTest} says so. */
@HifazatTest(service = "cases")
class CostTest {
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";
  private static final UUID ME = Persona.SOCIAL_WORKER.staffId().orElseThrow();

  @Inject DataSource database;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @AfterEach
  void removeTheCrowd() {
    atOnce(
        """
        delete from task where recorded_at = timestamptz '2001-01-01 00:00:00Z';
        delete from case_file where recorded_at = timestamptz '2001-01-01 00:00:00Z';
        delete from concern_report where recorded_at = timestamptz '2001-01-01 00:00:00Z';
        delete from child_search_key where purpose = 'crowd';
        delete from child where recorded_at = timestamptz '2001-01-01 00:00:00Z';""");
  }

  /**
   * Puts rows in and takes them out without the triggers: to ask fifty tables of each of six
   * thousand rows whether they name it was half of this class's time.
   */
  private static void atOnce(String statements) {
    Backstage.execute(
        "do $crowd$ begin perform set_config('session_replication_role', 'replica', true); "
            + statements
            + " end $crowd$");
  }

  @Test
  void aRegistrationTakesAFewStatementsAndAlwaysAsMany() {
    int first = least(CostTest::registration);
    assertThat(first).isPositive().isLessThanOrEqualTo(11);
    crowd(2_000);
    assertThat(least(CostTest::registration)).isEqualTo(first);
    System.out.println("FIGURE round trips of POST /v1/concern-reports: " + first);
  }

  /**
   * On a connection that has not seen a statement yet the driver asks for more, see RequestCost.
   */
  private static int least(IntSupplier once) {
    return IntStream.range(0, 3).map(n -> once.getAsInt()).min().orElseThrow();
  }

  private static int registration() {
    String body = report("peshawar", Instant.now().minusSeconds(60));
    return RoundTrips.of(
        Persona.SOCIAL_WORKER,
        as ->
            as.header("Idempotency-Key", UUID.randomUUID()).body(body).post("/v1/concern-reports"));
  }

  @Test
  void openingACaseTakesAsManyStatementsWhateverThereIs() {
    int first = least(CostTest::opening);
    assertThat(first).isPositive().isLessThanOrEqualTo(29);
    crowd(2_000);
    assertThat(least(CostTest::opening)).isEqualTo(first);
    System.out.println("FIGURE round trips of triage open-case: " + first);
  }

  private static int opening() {
    Response report = waiting(Persona.SOCIAL_WORKER);
    String body = openCaseBody(Persona.SOCIAL_WORKER, "Ghotai", NINE_YEARS);
    return RoundTrips.of(
        Persona.SOCIAL_WORKER,
        as ->
            as.header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", report.header("ETag"))
                .body(body)
                .post("/v1/concern-reports/" + report.path("id") + "/triage"));
  }

  @Test
  void theSearchOverAllUnitsIsReadFromItsIndex() {
    crowd(6_000);
    String body =
        Backstage.texts("select prosrc from pg_proc where proname = 'children_like'").getFirst();
    String sql =
        body.replace("any (given)", "any (array['\\x01'::bytea])")
            .replace("any (father)", "any (array['\\x02'::bytea])")
            .replace("any (numbers)", "any (array['\\x03'::bytea])")
            .replace("cardinality(given) = 0", "false")
            .replace("wanted_number", "'KP-2026-000001'")
            .replace("wanted_district", "'peshawar'")
            .replace("birth_year_from", "2010")
            .replace("birth_year_to", "2014")
            .replace("wanted_sex", "'male'");
    assertThat(String.join("\n", Backstage.texts("explain " + sql)))
        .contains("child_search_key")
        .doesNotContain("Seq Scan");
  }

  /**
   * Rows of many units, of which a hundred are the worker's own, with what belongs to them; open
   * and closed.
   */
  private static void crowd(int size) {
    atOnce(
        """
        with fresh as (
          select gen_random_uuid() as child, gen_random_uuid() as file, n,
                 case when n <= greatest(100, %3$d / 6) then '%1$s'::uuid else gen_random_uuid() end as unit,
                 case when n <= 100 then '%2$s'::uuid else gen_random_uuid() end as owner,
                 n > 100 and n %% 2 = 0 as closed
            from generate_series(1, %3$d) n),
        children as (
          insert into child (id, given_name, name_script, sex, birth_year, age_basis, recorded_at, version)
          select child, '\\x00', 'latn', 'male', 2012, 'stated', '2001-01-01 00:00:00Z', 0 from fresh),
        keys as (
          insert into child_search_key select child, 'crowd', decode(md5(n::text), 'hex') from fresh),
        files as (
          insert into case_file (id, number, child_id, unit_id, district_code, owner_id, state, concerns,
                                 opened_at, recorded_at, version, closed_at)
          select file, 'crowd-' || file, child, unit, 'peshawar', null,
                 case when closed then 'closed' else 'identified' end, '{}', now() - n * interval '1 hour',
                 '2001-01-01 00:00:00Z', 0, case when closed then now() end from fresh),
        tasks as (
          insert into task (id, case_id, unit_id, district_code, owner_id, kind, policy_id, started_at, remind_at,
                            due_at, commission_at, state, recorded_at, version)
          select gen_random_uuid(), file, unit, 'peshawar', owner, 'initial-assessment',
                 '01900000-0000-7000-8000-000000000001', now(), now() + n * interval '30 minutes',
                 now() + n * interval '1 hour', now() + n * interval '2 hours', 'open',
                 '2001-01-01 00:00:00Z', 0 from fresh)
        insert into concern_report (id, channel, district_code, unit_id, urgency, concerns, received_at,
                                    recorded_at, taken_by, reporter_kind, narrative, state, due_at, commission_at, version)
        select gen_random_uuid(), 'other', 'peshawar', unit, 'routine', '{}', now() - n * interval '1 hour',
               '2001-01-01 00:00:00Z', owner, 'anonymous', '\\x00', 'waiting', now() + n * interval '1 hour',
               now() + n * interval '2 hours', 0 from fresh;"""
            .formatted(Persona.PESHAWAR, ME, size));
    for (String table :
        List.of("child", "child_search_key", "case_file", "task", "concern_report")) {
      Backstage.execute("analyze " + table);
    }
  }
}
