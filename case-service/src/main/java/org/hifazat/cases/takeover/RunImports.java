package org.hifazat.cases.takeover;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.Role;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.jboss.logging.Logger;

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
  private final CallerContext callers;
  private final Clock clock;

  RunImports(Session entities, ImportRows rows, CallerContext callers, Clock clock) {
    this.entities = entities;
    this.rows = rows;
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

  /** Everything that waits, to its end. */
  public void runAll() {
    for (Waiting waiting : waiting()) {
      while (callers.<Boolean, RuntimeException>as(waiting.caller(), () -> some(waiting.id()))) {
        // one batch after the other
      }
    }
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
  private boolean some(UUID id) {
    try {
      return QuarkusTransaction.requiringNew().call(() -> batch(id, BATCH));
    } catch (RuntimeException fault) {
      LOG.warnf("Some rows of import %s have to be done one by one", id);
    }
    boolean more = true;
    for (int i = 0; more && i < BATCH; i++) {
      more = one(id);
    }
    return more;
  }

  private boolean one(UUID id) {
    try {
      return QuarkusTransaction.requiringNew().call(() -> batch(id, 1));
    } catch (RuntimeException fault) {
      LOG.warnf("A row of import %s cannot be done: %s", id, fault.getClass().getName());
      return QuarkusTransaction.requiringNew()
          .call(() -> leads() && rows.skip(entities.find(CaseImport.class, id)));
    }
  }

  private boolean batch(UUID id, int most) {
    CaseImport one = entities.find(CaseImport.class, id);
    if (one == null || !leads()) {
      return false;
    }
    boolean more =
        one.state().equals(CaseImport.CHECKING)
            ? rows.check(one, most, KarachiTime.day(clock.instant()))
            : rows.takeOver(one, most, KarachiTime.day(clock.instant()));
    entities.flush();
    return more;
  }

  private boolean leads() {
    return entities
        .createNativeQuery("select pg_try_advisory_xact_lock(" + LOCK + ")", Boolean.class)
        .getSingleResult();
  }
}
