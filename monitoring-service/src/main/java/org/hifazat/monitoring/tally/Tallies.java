package org.hifazat.monitoring.tally;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hifazat.monitoring.KarachiTime;

/**
 * The sums of all facts by district, month and measure. As many rows as the province has districts
 * and months, however many cases there are: reading them costs the same at any size.
 */
@ApplicationScoped
public class Tallies {
  private final Session entities;

  Tallies(Session entities) {
    this.entities = entities;
  }

  /** How many of what, where and when; what came before the months asked for is in one row. */
  public record Sum(String districtCode, YearMonth month, Measure measure, long value) {}

  /**
   * Writes a fact and moves its counts to where they belong now: whatever the order events come in,
   * the tallies are those of the facts.
   *
   * @param subject what the fact is about; two events about one thing wait for each other
   * @param counts reads where the fact counts at present, and how often
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void recount(UUID subject, Supplier<Map<Count, Integer>> counts, Runnable write) {
    entities
        .createNativeQuery(
            "select 1 from pg_advisory_xact_lock(hashtextextended(:subject, 0))", Integer.class)
        .setParameter("subject", subject.toString())
        .getSingleResult();
    SortedMap<Count, Integer> moves = new TreeMap<>();
    counts.get().forEach((count, times) -> moves.merge(count, -times, Integer::sum));
    write.run();
    counts.get().forEach((count, times) -> moves.merge(count, times, Integer::sum));
    moves.values().removeIf(times -> times == 0);
    if (!moves.isEmpty()) {
      add(moves);
    }
  }

  /** In the order of the keys, so that two consumers never wait for each other in a circle. */
  private void add(SortedMap<Count, Integer> moves) {
    List<String> districts = new ArrayList<>();
    List<String> months = new ArrayList<>();
    List<String> measures = new ArrayList<>();
    List<Integer> times = new ArrayList<>();
    moves.forEach(
        (count, difference) -> {
          districts.add(count.districtCode());
          months.add(count.month().atDay(1).toString());
          measures.add(count.measure().code());
          times.add(difference);
        });
    entities
        .createNativeQuery(
            """
            insert into figure_tally (district_code, month, measure, value)
            select d, cast(m as date), k, n
              from unnest(cast(:districts as text[]), cast(:months as text[]),
                          cast(:measures as text[]), cast(:times as int[])) as t (d, m, k, n)
            on conflict (district_code, month, measure)
               do update set value = figure_tally.value + excluded.value""")
        .setParameter("districts", districts.toArray(String[]::new))
        .setParameter("months", months.toArray(String[]::new))
        .setParameter("measures", measures.toArray(String[]::new))
        .setParameter("times", times.toArray(Integer[]::new))
        .executeUpdate();
  }

  /**
   * All sums up to the end of a month; those before the first one lie in the month before it. Tasks
   * that are open and whose deadline is still to come are not due yet. One statement, since what
   * happens between two could have a district with fewer tasks than it has done in time.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Sum> sums(YearMonth first, YearMonth last, Instant now) {
    return entities
        .createNativeQuery(
            """
            select district_code, bucket, measure, cast(sum(value) as bigint)
              from (select district_code, greatest(month, cast(:before as date)) as bucket, measure, value
                      from figure_tally where month <= :last
                    union all
                    select district_code, cast(:last as date), :due, -1
                      from task_fact
                     where completed_at is null and superseded_at is null
                       and due_at > :now and due_at < :end) as counted
             group by district_code, bucket, measure""",
            Object[].class)
        .setParameter("before", first.minusMonths(1).atDay(1))
        .setParameter("last", last.atDay(1))
        .setParameter("due", Measure.TASKS_DUE.code())
        .setParameter("now", now)
        .setParameter("end", KarachiTime.begin(last.plusMonths(1)))
        .getResultList()
        .stream()
        .map(
            row ->
                new Sum(
                    (String) row[0],
                    YearMonth.from(day(row[1])),
                    Measure.of((String) row[2]),
                    ((Number) row[3]).longValue()))
        .toList();
  }

  private static LocalDate day(Object column) {
    return column instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) column;
  }
}
