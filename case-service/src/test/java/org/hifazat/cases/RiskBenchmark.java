package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.PostgresBackend;
import org.junit.jupiter.api.Test;

/**
 * How soon a level of risk is a case's after its assessment was sent to Kafka, the sending
 * included: by half as many a second as one sender can who waits for Kafka each time. Not part of
 * the suite: {@code ./hifazat assessment-benchmark} runs it and prints the figures.
 */
@HifazatTest(service = "cases")
class RiskBenchmark {
  private static final int CASES = 60;

  /**
   * What another program does to this machine for a while spoils a round, not the median of them.
   */
  private static final int ROUNDS = 5;

  private static final long LOOK_EVERY_NANOS = 3_000_000;

  /** When it was first seen that an assessment had set a level, by assessment. */
  private final Map<String, Long> set = new ConcurrentHashMap<>();

  private final DataSource database;

  RiskBenchmark(DataSource database) {
    this.database = database;
  }

  @Test
  void aLevelIsTheCasesSoonAfterItsAssessment() {
    Directory.known(database);
    Instant conducted = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(600);
    Thread watcher = Thread.ofPlatform().daemon().start(this::watch);
    // a service finds a topic that is new to it within half a minute, and is slow while it is new
    // itself
    burst(opened(ROUNDS), conducted);
    List<List<Long>> rounds = new ArrayList<>();
    double slowest = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      List<String> cases = opened(round);
      double perSecond = burst(cases, conducted) / 2;
      slowest = Math.min(slowest, perSecond);
      rounds.add(atAPace(cases, conducted, perSecond));
    }
    watcher.interrupt();
    System.out.printf(
        "FIGURE from sending to the case's level at %.1f a second or more, half of what one sender"
            + " sends, %d rounds of %d: median %.0f ms, p95 %.0f ms, p99 %.0f ms (medians of the"
            + " rounds; p99 of each: %s); all together p99 %.0f ms, slowest %.0f ms%n",
        slowest,
        ROUNDS,
        2 * CASES,
        middle(rounds, 50),
        middle(rounds, 95),
        middle(rounds, 99),
        String.join(
            ", ",
            rounds.stream()
                .map(round -> String.format(Locale.ROOT, "%.0f", at(round, 99)))
                .toList()),
        at(rounds.stream().flatMap(List::stream).toList(), 99),
        at(rounds.stream().flatMap(List::stream).toList(), 100));
  }

  private static List<String> opened(int round) {
    List<String> cases = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      cases.add(
          Casework.opened(
              "Invented" + (char) ('a' + round) + (char) ('a' + i % 26) + (char) ('a' + i / 26)));
    }
    return cases;
  }

  /** How many a second, all of them waited for. */
  private double burst(List<String> cases, Instant conducted) {
    long begun = System.nanoTime();
    Map<String, Long> burst = new LinkedHashMap<>();
    cases.forEach(one -> burst.put(tell(one, "low", conducted), System.nanoTime()));
    all(burst);
    return CASES / ((System.nanoTime() - begun) / 1e9);
  }

  private List<Long> atAPace(List<String> cases, Instant conducted, double perSecond) {
    Map<String, Long> told = new LinkedHashMap<>();
    for (String level : List.of("medium", "high")) {
      Instant later = conducted.plusSeconds(level.equals("high") ? 120 : 60);
      for (String one : cases) {
        long sent = System.nanoTime();
        told.put(tell(one, level, later), sent);
        LockSupport.parkNanos(Math.max(0, (long) (1e9 / perSecond) - (System.nanoTime() - sent)));
      }
    }
    all(told);
    List<Long> waited =
        told.entrySet().stream()
            .map(one -> Objects.requireNonNull(set.get(one.getKey())) - one.getValue())
            .toList();
    assertThat(waited).hasSize(2 * CASES);
    return waited;
  }

  private static double at(List<Long> nanos, int percent) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
  }

  /** The median of the rounds' percentiles. */
  private static double middle(List<List<Long>> rounds, int percent) {
    return rounds.stream().mapToDouble(round -> at(round, percent)).sorted().toArray()[ROUNDS / 2];
  }

  private static String tell(String caseId, String level, Instant conducted) {
    UUID assessment = UUID.randomUUID();
    Events.send(
        "hifazat.assessments.v1",
        "org.hifazat.assessments.assessment-completed.v1",
        caseId,
        1,
        UUID.randomUUID(),
        """
        {"assessmentId":"%s","caseId":"%s","instrumentId":"kp-risk-matrix","instrumentVersion":"1",
         "riskLevel":"%s","score":6,"redFlags":[],"conductedAt":"%s","recordedAt":"%s"}"""
            .formatted(assessment, caseId, level, conducted, conducted));
    return assessment.toString();
  }

  private void all(Map<String, Long> told) {
    Awaitility.await("all levels are set")
        .atMost(Duration.ofMinutes(2))
        .until(() -> set.keySet().containsAll(told.keySet()));
  }

  private void watch() {
    try (Connection connection = PostgresBackend.superuser("cases");
        PreparedStatement look =
            connection.prepareStatement(
                "select assessment_id::text from risk_change order by id desc limit 100")) {
      while (!Thread.currentThread().isInterrupted()) {
        try (ResultSet rows = look.executeQuery()) {
          while (rows.next()) {
            set.putIfAbsent(rows.getString(1), System.nanoTime());
          }
        }
        LockSupport.parkNanos(LOOK_EVERY_NANOS);
      }
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
