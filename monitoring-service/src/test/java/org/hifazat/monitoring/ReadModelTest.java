package org.hifazat.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.monitoring.Requests.figures;

import java.util.List;
import java.util.Set;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.RequestCost;
import org.junit.jupiter.api.Test;

/** What the read model costs, and what it holds. */
@HifazatTest(service = "monitoring")
class ReadModelTest {
  private static final Set<String> ALLOWED =
      Set.of(
          "age_band",
          "assessment_id",
          "case_id",
          "channel",
          "code",
          "completed_at",
          "decided_at",
          "waited_minutes",
          "accepted_at",
          "district_code",
          "division",
          "due_at",
          "gap_id",
          "happened_at",
          "in_error",
          "kind",
          "level",
          "long_overdue_at",
          "loop_closed_at",
          "measure",
          "merged",
          "offered_at",
          "response",
          "taken_at",
          "month",
          "name_en",
          "name_ps",
          "name_ur",
          "opened_at",
          "overdue_at",
          "priority",
          "reason",
          "received_at",
          "recorded_at",
          "referral_id",
          "report_id",
          "requested_at",
          "service_category",
          "set_at",
          "sex",
          "superseded_at",
          "task_id",
          "told_at",
          "urgency",
          "valid_from",
          "valid_to",
          "value",
          "version");

  @Test
  void figuresTakeTheSameStatementsForNothingAsForTenThousandCases() {
    Backstage.empty();
    int before = statements();
    fill();
    assertThat(before).isEqualTo(6);
    assertThat(statements()).isEqualTo(before);
  }

  @Test
  void figuresAreReadFromTheTalliesAndNoFactIsCountedButTheTasksStillOpen() {
    Backstage.empty();
    fill();
    Backstage.execute("analyze");
    List<String> plan =
        Backstage.texts(
            """
            explain select district_code, count(*) from task_fact
             where completed_at is null and due_at > now() and due_at < now() + interval '9 days'
             group by district_code""");
    assertThat(String.join("\n", plan)).contains("task_fact_still_open");
    assertThat(Backstage.count("select count(*) from figure_tally")).isLessThan(6_000);
  }

  @Test
  void noColumnHoldsAnythingPersonalAndEachSaysWhatItHolds() {
    List<String> columns =
        Backstage.texts(
            """
            select column_name from information_schema.columns
             where table_schema = 'public' and (table_name like '%\\_fact' or table_name in ('known_district', 'figure_tally'))""");
    assertThat(columns).isNotEmpty();
    assertThat(ALLOWED).containsAll(columns);
    assertThat(
            Backstage.texts(
                """
                select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
                 where c.relkind = 'r' and (c.relname like '%\\_fact' or c.relname in ('known_district', 'figure_tally'))
                   and a.attnum > 0 and not a.attisdropped and col_description(c.oid, a.attnum) is null"""))
        .as("columns without a comment")
        .isEmpty();
  }

  @Test
  void noTextOfACaseIsEverAnswered() {
    Backstage.empty();
    fill();
    String body = figures("").asString();
    assertThat(body).doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-");
  }

  private static int statements() {
    return RequestCost.least(() -> figures("").then().statusCode(200)).roundTrips();
  }

  private static void fill() {
    Backstage.execute(
        """
        insert into task_fact
        select gen_random_uuid(), 'd' || n % 40, 'follow-up', now() + (n % 400 - 390) * interval '1 day',
               case when n % 10 < 9 then now() - interval '1 day' end, 1
          from generate_series(1, 10000) n""");
    Backstage.execute(
        """
        insert into figure_tally
        select cast(date_trunc('month', now()) as date) - n * interval '1 month', 'd' || d, 'concern-reports', n + d % 7
          from generate_series(0, 24) n, generate_series(0, 39) d""");
  }
}
