package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.web.Cursors;
import org.junit.jupiter.api.Test;

/** A long story costs its reader what a short one does. */
@HifazatTest(service = "cases")
class StoryCostTest {
  private static final UUID ME = Persona.SOCIAL_WORKER.staffId().orElseThrow();

  @Inject DataSource database;
  @Inject CallerContext callers;
  @Inject Cursors cursors;

  @Test
  void theThousandthPageOfAStoryCostsWhatTheFirstCosts() {
    Directory.known(database);
    String id = Casework.opened("Ghotai");
    longStory(id, 21_000);
    Instant deep = Instant.parse("2001-01-01T00:00:00Z").minusSeconds(20_000);
    String late = "&cursor=" + cursors.sign("timeline:" + id, deep, UUID.randomUUID());
    int first = story(id, "");
    assertThat(story(id, late)).isPositive().isEqualTo(first);
    assertThat(story(id, "&group=referral" + late)).isEqualTo(first);
    String page =
        """
        (analyze, buffers, timing off, summary off)
        select * from timeline_entry where case_id = '%s' and kind in ('case-opened', 'case-moved')
           and happened_at <= '%s' and (happened_at < '%2$s' or id < '%s')
         order by happened_at desc, id desc limit 21""";
    Database app = new Database(database, callers);
    var me = Database.caller(Persona.SOCIAL_WORKER);
    String begin = app.plan(me, page.formatted(id, Instant.now(), ME));
    String end = app.plan(me, page.formatted(id, deep, ME));
    assertThat(begin).contains("timeline_entry_of_case").doesNotContain("Seq Scan", "Sort Key");
    assertThat(end).contains("timeline_entry_of_case").doesNotContain("Seq Scan", "Sort Key");
    assertThat(pagesRead(end)).isLessThanOrEqualTo(pagesRead(begin) + 10);
    System.out.println("FIGURE round trips of GET timeline: " + first);
    Backstage.execute(
        "delete from timeline_entry where case_id = ?::uuid and kind = 'case-moved'", id);
  }

  private static int story(String id, String more) {
    return RoundTrips.of(
        Persona.SOCIAL_WORKER, as -> as.get("/v1/cases/" + id + "/timeline?limit=20" + more));
  }

  private static int pagesRead(String plan) {
    Matcher buffers =
        Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?").matcher(plan);
    assertThat(buffers.find()).as(plan).isTrue();
    return Stream.of(1, 2)
        .map(buffers::group)
        .filter(Objects::nonNull)
        .mapToInt(Integer::parseInt)
        .sum();
  }

  private static void longStory(String id, int entries) {
    Backstage.execute(
        """
        insert into timeline_entry (id, case_id, kind, happened_at, recorded_at, codes)
        select gen_random_uuid(), ?::uuid, 'case-moved', timestamptz '2001-01-01 00:00:00Z' - n * interval '1 second',
               now(), '{}' from generate_series(1, ?) n""",
        id,
        entries);
    Backstage.execute("analyze timeline_entry");
  }
}
