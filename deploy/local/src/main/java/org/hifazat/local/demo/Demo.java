package org.hifazat.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Fills a running platform with a year of invented casework, through its public interfaces only.
 */
public final class Demo {
  private static final int AT_ONCE = 4;
  private static final String SUPERVISOR = "saeed.peshawar";
  private static final Instant DIRECTORY_BEGINS = Instant.parse("2025-01-01T00:00:00Z");

  private final String address;
  private final String password;
  private final Path partnerKey;
  private final Size size;
  private final long seed;
  private final Path words;

  /**
   * @param partnerKey private JWK of the demo partner's system
   * @param words file to write everything to that names an invented child, one a line; what stands
   *     there must be found in no database, topic or log
   */
  public Demo(String address, String password, Path partnerKey, Size size, long seed, Path words) {
    this.address = address;
    this.password = password;
    this.partnerKey = partnerKey;
    this.size = size;
    this.seed = seed;
    this.words = words;
  }

  /** What was done. */
  public record Result(int cases, int noConcern, int referrals, int answered, int loopsClosed) {}

  public Result run(Instant now) throws IOException, InterruptedException {
    List<PlannedCase> plan = new YearOfCasework(seed, now).plan(size.of(units()));
    Set<String> told = new LinkedHashSet<>();
    plan.forEach(planned -> told.addAll(planned.child().words()));
    Files.createDirectories(words.toAbsolutePath().getParent());
    Files.write(words, told);

    Map<String, StaffSession> sessions = new LinkedHashMap<>();
    Map<String, List<PlannedCase>> byWorker = new LinkedHashMap<>();
    for (PlannedCase planned : plan) {
      byWorker.computeIfAbsent(planned.account(), account -> new ArrayList<>()).add(planned);
    }
    for (String account : byWorker.keySet()) {
      sessions.put(account, StaffSession.signIn(address, account, password));
    }
    sessions.put(SUPERVISOR, StaffSession.signIn(address, SUPERVISOR, password));
    say("%d workers are signed in", sessions.size());
    List<CaseStory.SentReferral> sent = play(byWorker, sessions, plan.size());
    int answered =
        new PartnerStory(PartnerSystem.with(address, "legal-aid-peshawar", partnerKey), seed)
            .answerAll();
    say("%d of %d referrals have their agency's answer", answered, sent.size());
    int closed = closeLoops(sent, sessions);
    int noConcern = (int) plan.stream().filter(PlannedCase::noConcern).count();
    return new Result(plan.size() - noConcern, noConcern, sent.size(), answered, closed);
  }

  private List<YearOfCasework.Unit> units() throws IOException, InterruptedException {
    StaffSession admin = StaffSession.signIn(address, "farid.admin", password);
    Set<String> settled = new LinkedHashSet<>();
    for (JsonNode district :
        admin.get("/api/identity/v1/districts").expect(200).json().get("items")) {
      if (Instant.parse(district.get("validFrom").asText() + "T00:00:00Z")
              .isBefore(DIRECTORY_BEGINS)
          && !district.hasNonNull("validTo")) {
        settled.add(district.get("code").asText());
      }
    }
    List<YearOfCasework.Unit> units = new ArrayList<>();
    for (JsonNode unit : admin.get("/api/identity/v1/units").expect(200).json().get("items")) {
      List<String> districts = new ArrayList<>();
      unit.get("districtCodes")
          .forEach(
              code -> {
                if (settled.contains(code.asText())) {
                  districts.add(code.asText());
                }
              });
      if (!districts.isEmpty()) {
        String code = unit.get("code").asText();
        units.add(new YearOfCasework.Unit(code, workers(code), districts));
      }
    }
    return units;
  }

  private static List<String> workers(String unit) {
    return unit.equals("peshawar")
        ? List.of("peshawar.worker", "gulalai.peshawar", "imran.peshawar")
        : List.of(unit + ".worker");
  }

  private List<CaseStory.SentReferral> play(
      Map<String, List<PlannedCase>> byWorker, Map<String, StaffSession> sessions, int total)
      throws InterruptedException {
    AtomicInteger done = new AtomicInteger();
    List<Future<List<CaseStory.SentReferral>>> running = new ArrayList<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
      byWorker.forEach(
          (account, cases) ->
              running.add(
                  workers.submit(
                      () -> {
                        List<CaseStory.SentReferral> sent = new ArrayList<>();
                        for (PlannedCase planned : cases) {
                          StaffSession session = of(sessions, account);
                          new CaseStory(session, of(sessions, SUPERVISOR), planned)
                              .play()
                              .ifPresent(sent::add);
                          int finished = done.incrementAndGet();
                          if (finished % 20 == 0 || finished == total) {
                            say("%d of %d reports carried through", finished, total);
                          }
                        }
                        return sent;
                      })));
    }
    return running.stream().map(Demo::result).flatMap(Collection::stream).toList();
  }

  private int closeLoops(List<CaseStory.SentReferral> sent, Map<String, StaffSession> sessions)
      throws IOException, InterruptedException {
    int closed = 0;
    for (CaseStory.SentReferral referral : sent) {
      StaffSession worker = of(sessions, referral.account());
      String path = "/api/referrals/v1/referrals/" + referral.referralId();
      Answer now = worker.get(path).expect(200);
      if (now.json().get("status").asText().equals("completed")) {
        String at = now.json().get("outcome").get("at").asText();
        worker
            .change(path + "/loop-closure", now.etag(), "{\"happenedAt\":\"" + at + "\"}")
            .expect(200);
        closed++;
      }
    }
    return closed;
  }

  private static StaffSession of(Map<String, StaffSession> sessions, String account) {
    return Objects.requireNonNull(sessions.get(account), "a session for every account");
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException(
          "a case could not be carried through: " + failed.getMessage(), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static void say(String format, Object... values) {
    System.out.printf(format + "%n", values);
  }
}
