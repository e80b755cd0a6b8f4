package org.hifazat.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.testing.Patience;
import org.jspecify.annotations.Nullable;

/** A command as services write them, with a gate that tests can close. */
@ApplicationScoped
public class Things {

  private final IdempotentCreation creation;
  private final IdSource ids;
  private final AtomicInteger made = new AtomicInteger();
  private volatile CountDownLatch entered = new CountDownLatch(1);
  private volatile CountDownLatch gate = new CountDownLatch(0);

  Things(IdempotentCreation creation, IdSource ids) {
    this.creation = creation;
    this.ids = ids;
  }

  @Transactional
  public Created make(@Nullable String key, ThingRequest request) {
    return creation.once(
        key,
        "make-thing",
        request,
        () -> {
          await();
          if (request.label().equals("unlucky")) {
            throw new IllegalStateException("the thing broke");
          }
          made.incrementAndGet();
          var id = ids.next();
          return Created.now(id, URI.create("/v1/things/" + id));
        });
  }

  int made() {
    return made.get();
  }

  /** Holds the next work until {@link #open}. */
  void close() {
    entered = new CountDownLatch(1);
    gate = new CountDownLatch(1);
  }

  void awaitEntered() throws InterruptedException {
    if (!entered.await(Patience.LONG.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("nobody came");
    }
  }

  void open() {
    gate.countDown();
  }

  private void await() {
    entered.countDown();
    try {
      if (!gate.await(Patience.LONG.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("the gate stayed closed");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
