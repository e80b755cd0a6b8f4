package org.hifazat.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.hifazat.assessment.completed.ConductAssessment;
import org.hifazat.assessment.instrument.Filled;
import org.hifazat.assessment.instrument.GoldenSet;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.KafkaBackend;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.Test;

/**
 * How long finalising an assessment takes beyond the commit, and how soon after it the news is on
 * Kafka at half of the load one worker after the other can make. Not part of the suite: {@code
 * ./hifazat assessment-benchmark} runs it and prints the figures.
 */
@HifazatTest(service = "assessments")
class AssessmentBenchmark {
  private static final int WARM_UP = 150;
  private static final int MEASURED = 400;

  /**
   * What another program does to this machine for a while spoils a round, not the median of them.
   */
  private static final int ROUNDS = 5;

  private static final int EACH_ROUND = 200;
  private static final String COMPLETED = "org.hifazat.assessments.assessment-completed.v1";

  private final ConductAssessment conduct;
  private final EntityManager database;
  private final CallerContext callers;

  /** When the news of an assessment's case was read from Kafka, by case. */
  private final Map<String, Long> arrived = new ConcurrentHashMap<>();

  AssessmentBenchmark(ConductAssessment conduct, EntityManager database, CallerContext callers) {
    this.conduct = conduct;
    this.database = database;
    this.callers = callers;
  }

  private record Form(String id, String submission) {}

  /** In nanoseconds. */
  private record Taken(long work, long commit, long allocated) {}

  @Test
  void finalisingTakesLittleBeyondTheCommitAndIsToldSoon() throws Exception {
    List<Form> forms =
        List.of(
            new Form(Filled.ID, Filled.matrix(2, 2).redFlags("sexual-abuse").xml()),
            new Form("kp-comprehensive", golden("kp-comprehensive")));
    double perSecond = 0;
    for (Form form : forms) {
      List<Taken> all = new ArrayList<>();
      for (int i = 0; i < WARM_UP + MEASURED; i++) {
        all.add(finalise(Backstage.openCaseOf("12-14"), form));
      }
      List<Taken> warm = all.subList(WARM_UP, all.size());
      double seconds = warm.stream().mapToLong(one -> one.work() + one.commit()).sum() / 1e9;
      perSecond = MEASURED / seconds;
      System.out.printf(
          "FIGURE finalising %s: beyond the commit median %.1f ms, p95 %.1f ms, p99 %.1f ms (first,"
              + " cold: %.1f ms); the commit median %.1f ms, p99 %.1f ms; %.0f a second one after"
              + " the other; %.2f MB allocated each%n",
          form.id(),
          at(warm.stream().map(Taken::work).toList(), 50),
          at(warm.stream().map(Taken::work).toList(), 95),
          at(warm.stream().map(Taken::work).toList(), 99),
          all.getFirst().work() / 1e6,
          at(warm.stream().map(Taken::commit).toList(), 50),
          at(warm.stream().map(Taken::commit).toList(), 99),
          perSecond,
          warm.stream().mapToLong(Taken::allocated).average().orElse(0) / 1e6);
    }
    told(forms.getFirst(), perSecond / 2);
  }

  private void told(Form form, double perSecond) {
    Thread reader = Thread.ofPlatform().daemon().start(this::readTopic);
    Awaitility.await("the reader").until(() -> arrived.containsKey("begun"));
    long heap = usedHeap();
    List<List<Long>> rounds = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      rounds.add(atAPace(form, perSecond));
    }
    reader.interrupt();
    System.out.printf(
        "FIGURE from the commit to Kafka at %.1f a second, half of that, %d rounds of %d: median"
            + " %.0f ms, p95 %.0f ms, p99 %.0f ms (medians of the rounds; p99 of each: %s); all"
            + " together p99 %.0f ms, slowest %.0f ms; heap grown by %.1f MB%n",
        perSecond,
        ROUNDS,
        EACH_ROUND,
        middle(rounds, 50),
        middle(rounds, 95),
        middle(rounds, 99),
        String.join(
            ", ",
            rounds.stream()
                .map(round -> String.format(Locale.ROOT, "%.0f", at(round, 99)))
                .toList()),
        at(rounds.stream().flatMap(List::stream).toList(), 99),
        at(rounds.stream().flatMap(List::stream).toList(), 100),
        (usedHeap() - heap) / 1e6);
  }

  /** One after the other, while another thread reads the topic: how long each was on its way. */
  private List<Long> atAPace(Form form, double perSecond) {
    List<UUID> cases =
        Stream.generate(() -> Backstage.openCaseOf("12-14")).limit(EACH_ROUND).toList();
    Map<String, Long> committed = new LinkedHashMap<>();
    long next = System.nanoTime();
    for (UUID caseId : cases) {
      LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
      next = Math.max(next, System.nanoTime()) + (long) (1e9 / perSecond);
      finalise(caseId, form);
      committed.put(caseId.toString(), System.nanoTime());
    }
    Awaitility.await("all of them are told")
        .atMost(Duration.ofMinutes(1))
        .until(() -> arrived.keySet().containsAll(committed.keySet()));
    return committed.entrySet().stream()
        .map(one -> Math.max(0, Objects.requireNonNull(arrived.get(one.getKey())) - one.getValue()))
        .toList();
  }

  private void readTopic() {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", KafkaBackend.bootstrapServers());
    settings.put("group.id", "benchmark-" + UUID.randomUUID());
    settings.put("auto.offset.reset", "latest");
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of("hifazat.assessments.v1"));
      while (!Thread.currentThread().isInterrupted()) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          if (COMPLETED.equals(Topic.header(record, "ce_type"))) {
            arrived.putIfAbsent(record.key(), System.nanoTime());
          }
        }
        if (!consumer.assignment().isEmpty()) {
          consumer.assignment().forEach(consumer::position);
          arrived.putIfAbsent("begun", System.nanoTime());
        }
      }
    } catch (org.apache.kafka.common.errors.InterruptException over) {
      // the end of the measurement
    }
  }

  private Taken finalise(UUID caseId, Form form) {
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    ConductAssessment.Command command =
        new ConductAssessment.Command(
            caseId, form.id(), "1", Requests.CONDUCTED, form.submission());
    return callers.<Taken, RuntimeException>as(
        worker(),
        () -> {
          long bytes = thread.getCurrentThreadAllocatedBytes();
          long begun = System.nanoTime();
          QuarkusTransaction.begin();
          ConductAssessment.Result result = conduct.handle(command, UUID.randomUUID().toString());
          database.flush();
          long worked = System.nanoTime();
          QuarkusTransaction.commit();
          long done = System.nanoTime();
          assertThat(result).isInstanceOf(ConductAssessment.Result.Conducted.class);
          return new Taken(
              worked - begun, done - worked, thread.getCurrentThreadAllocatedBytes() - bytes);
        });
  }

  private static Caller worker() {
    return new Caller(
        Persona.SOCIAL_WORKER.account(),
        Persona.SOCIAL_WORKER.staffId(),
        Persona.SOCIAL_WORKER.unitId(),
        Optional.empty(),
        Set.of("social-worker"));
  }

  private static String golden(String instrument) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            AssessmentBenchmark.class.getResourceAsStream(
                "/instruments/" + instrument + "/1/golden.json"))) {
      GoldenSet largest =
          List.of(new ObjectMapper().readValue(file, GoldenSet[].class)).stream()
              .max((a, b) -> Integer.compare(a.answers().size(), b.answers().size()))
              .orElseThrow();
      return Filled.of(largest.answers()).with("/data/conducted_on", "2026-01-15").of(instrument);
    }
  }

  private static double at(List<Long> nanos, int percent) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
  }

  /** The median of the rounds' percentiles. */
  private static double middle(List<List<Long>> rounds, int percent) {
    return rounds.stream().mapToDouble(round -> at(round, percent)).sorted().toArray()[ROUNDS / 2];
  }

  private static long usedHeap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
