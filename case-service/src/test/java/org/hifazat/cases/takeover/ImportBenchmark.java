package org.hifazat.cases.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hifazat.cases.Directory;
import org.hifazat.cases.Twins;
import org.hifazat.cases.matching.InventedRegister;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.Test;

/**
 * How long a register with all columns takes, names as people write them and every row compared
 * with those before. Not part of the suite: {@code ./hifazat import-benchmark} runs it and prints
 * the figures.
 */
@HifazatTest(service = "cases")
class ImportBenchmark {
  private static final Persona ME = Persona.SUPERVISOR;
  private static final int ROWS = Integer.getInteger("hifazat.import.rows", 10_000);

  private final DataSource database;
  private final RunImports job;

  ImportBenchmark(DataSource database, RunImports job) {
    this.database = database;
    this.job = job;
  }

  @Test
  void aRegisterOfManyYearsIsTakenOverInMinutes() {
    RestAssured.replaceFiltersWith(List.of());
    Directory.known(database);
    Twins.alone();
    String file = rows();
    long begun = System.nanoTime();
    String id = Files.uploadedWithHistory(ME, file);
    job.runAll();
    long checked = System.nanoTime();
    Response report = Files.read(ME, id);
    report.then().statusCode(200);
    int ready = report.path("ready");
    int asked = report.path("known");
    assertThat(report.<Integer>path("faulty")).isZero();
    Files.step(ME, id, "start", report.header("ETag")).then().statusCode(200);
    forgetPeaks();
    long starts = System.nanoTime();
    job.runAll();
    job.runAll();
    long over = System.nanoTime();
    Response done = Files.read(ME, id);
    assertThat(done.<String>path("state")).isEqualTo("done");
    int taken = done.path("takenOver");
    System.out.printf(
        "FIGURE import of %,d rows with all columns (%,d kB): uploaded and checked in %d s (%d rows/s), %,d ready and"
            + " %,d left to a person; %,d taken over in %d s (%d rows/s); heap at most %d MB, load %.1f%n",
        ROWS,
        file.length() / 1_000,
        seconds(checked - begun),
        perSecond(ROWS, checked - begun),
        ready,
        asked,
        taken,
        seconds(over - starts),
        perSecond(taken, over - starts),
        heapPeak() >> 20,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** Nine of ten are open with somebody who cares for the child; the others were closed. */
  private static String rows() {
    String run = UUID.randomUUID().toString().substring(0, 8);
    String owner = ME.staffId().orElseThrow().toString();
    int[] row = new int[1];
    return InventedRegister.of(ROWS, 2_026).stream()
        .map(
            child -> {
              int n = row[0]++;
              String end =
                  n % 10 == 0
                      ? owner + ",closed,medium,,,,2025-06-01,goals-met"
                      : owner + ",planned,high,2025-05-01,given,2025-03-04,,";
              return "%s-%d,%s,%s,%s,%s,%s,peshawar,physical_abuse,2025-03-04,,Mother %s,Aunt %s,aunt,03%02d-%07d,Invented UC,Invented Tehsil,%s%n"
                  .formatted(
                      run,
                      n,
                      child.given(),
                      child.father(),
                      child.sex(),
                      child.born(),
                      child.years(),
                      child.given(),
                      child.given(),
                      n % 50,
                      n,
                      end);
            })
        .collect(Collectors.joining());
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static void forgetPeaks() {
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  private static long heapPeak() {
    return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  private static long seconds(long nanos) {
    return Duration.ofNanos(nanos).toSeconds();
  }

  private static long perSecond(int rows, long nanos) {
    return rows * 1_000_000_000L / nanos;
  }
}
