package org.hifazat.cases.takeover;

import static java.util.Objects.requireNonNull;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.Role;
import org.hifazat.cases.duplicates.MatchChildren;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with whatever waits, some rows at a time and each time in a transaction of its own, as
 * the supervisor who asked for it: one instance at a time, after a restart where it was.
 */
@ApplicationScoped
public class RunImports {
  private static final Logger LOG = Logger.getLogger(RunImports.class);
  private static final int BATCH = 50;
  private static final long LOCK = 0x6869_6661_7a61_7419L;

  private final Session entities;
  private final ImportRows rows;
  private final MatchChildren matching;
  private final CallerContext callers;
  private final Clock clock;
  private volatile boolean stopping;

  RunImports(
      Session entities,
      ImportRows rows,
      MatchChildren matching,
      CallerContext callers,
      Clock clock) {
    this.entities = entities;
    this.rows = rows;
    this.matching = matching;
    this.callers = callers;
    this.clock = clock;
  }

  private record Waiting(UUID id, Caller caller) {}

  @Scheduled(
      identity = "imports",
      every = "${hifazat.imports.look-every:3s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    runAll();
  }

  void stop(@Observes ShutdownEvent stop) {
    stopping = true;
  }

  /** Everything that waits, to its end. */
  public void runAll() {
    run(Integer.MAX_VALUE);
  }

  /** As a run that ends after so many batches: the next one goes on where it was. */
  void run(int batches) {
    List<Waiting> all = waiting();
    if (!all.isEmpty()) {
      // Whoever was registered until now is there to be compared with.
      matching.matchAll();
    }
    int left = batches;
    for (Waiting waiting : all) {
      OpenFile file =
          callers.<@Nullable OpenFile, RuntimeException>as(
              waiting.caller(), () -> opened(waiting.id()));
      boolean more = file != null;
      while (more && left > 0 && !stopping) {
        left--;
        more =
            callers.<Boolean, RuntimeException>as(
                waiting.caller(), () -> some(waiting.id(), requireNonNull(file)));
      }
    }
  }

  private @Nullable OpenFile opened(UUID id) {
    ImportRows.Read read =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  CaseImport one = entities.find(CaseImport.class, id);
                  return one == null || !leads() ? null : rows.read(one).orElse(null);
                });
    return read == null ? null : rows.open(read, KarachiTime.day(clock.instant()));
  }

  private List<Waiting> waiting() {
    return callers.<List<Waiting>, RuntimeException>as(
        Caller.system("imports"),
        () ->
            QuarkusTransaction.requiringNew()
                .call(
                    () ->
                        entities
                            .createQuery(
                                "from CaseImport where state in ('checking', 'running') order by createdAt",
                                CaseImport.class)
                            .getResultList()
                            .stream()
                            .map(one -> new Waiting(one.id(), supervisor(one)))
                            .toList()));
  }

  private static Caller supervisor(CaseImport one) {
    return new Caller(
        one.createdBy().toString(),
        Optional.of(one.createdBy()),
        Optional.of(one.unitId()),
        Optional.empty(),
        Set.of(Role.SUPERVISOR));
  }

  /** Whether there is more. A row that cannot be done at all does not keep the others waiting. */
  private boolean some(UUID id, OpenFile file) {
    try {
      return QuarkusTransaction.requiringNew().call(() -> batch(id, file, BATCH));
    } catch (RuntimeException fault) {
      LOG.warnf("Some rows of import %s have to be done one by one", id);
    }
    boolean more = true;
    for (int i = 0; more && i < BATCH; i++) {
      more = one(id, file);
    }
    return more;
  }

  private boolean one(UUID id, OpenFile file) {
    try {
      return QuarkusTransaction.requiringNew().call(() -> batch(id, file, 1));
    } catch (RuntimeException fault) {
      LOG.warnf("A row of import %s cannot be done: %s", id, fault.getClass().getName());
      return QuarkusTransaction.requiringNew()
          .call(() -> leads() && rows.skip(entities.find(CaseImport.class, id)));
    }
  }

  private boolean batch(UUID id, OpenFile file, int most) {
    CaseImport one = entities.find(CaseImport.class, id);
    if (one == null || !leads()) {
      return false;
    }
    boolean more =
        switch (one.state()) {
          case CaseImport.CHECKING -> rows.check(one, file, most);
          case CaseImport.RUNNING -> rows.takeOver(one, file, most);
          default -> false;
        };
    entities.flush();
    return more;
  }

  private boolean leads() {
    return entities
        .createNativeQuery("select pg_try_advisory_xact_lock(" + LOCK + ")", Boolean.class)
        .getSingleResult();
  }
}
