package org.hifazat.referral.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A lane per receiver: each is sent to one message after the other, on a virtual thread of its own,
 * so that a slow or dead one makes nobody else wait. What waits is in the database and not here.
 */
@ApplicationScoped
class Lanes {
  private static final Logger LOG = Logger.getLogger(Lanes.class);

  /** After so many, others that wait for a lane come first. */
  private static final int IN_A_ROW = 50;

  private final DeliverNext next;
  private final WebhookConfig config;
  private final Semaphore free;
  private final Semaphore bell = new Semaphore(0);
  private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;
  private boolean failing;
  private @Nullable Thread thread;

  Lanes(DeliverNext next, WebhookConfig config) {
    this.next = next;
    this.config = config;
    this.free = new Semaphore(config.lanes());
  }

  void start(@Observes StartupEvent starting) {
    if (config.sending()) {
      thread = Thread.ofPlatform().daemon().name("webhooks").start(this::work);
    }
  }

  void stop(@Observes ShutdownEvent ending) throws InterruptedException {
    stopping = true;
    wake();
    Thread running = thread;
    if (running != null) {
      running.join(config.poll().plusSeconds(5).toMillis());
    }
    if (!free.tryAcquire(config.lanes(), 5, TimeUnit.SECONDS)) {
      LOG.info("Messages are still on their way: what is not recorded is sent again");
    }
  }

  /** Something was committed that may be sent. */
  void wake() {
    bell.release();
  }

  private void work() {
    while (!stopping) {
      try {
        if (bell.tryAcquire(config.poll().toNanos(), TimeUnit.NANOSECONDS)) {
          bell.drainPermits();
        }
        if (!stopping) {
          open();
        }
        failing = false;
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException fault) {
        if (!failing) {
          LOG.error("Webhooks wait: what is due could not be read; trying again", fault);
        }
        failing = true;
      }
    }
  }

  private void open() {
    List<UUID> due = next.due(config.lanes() + busy.size());
    for (UUID endpoint : due) {
      if (busy.contains(endpoint)) {
        continue;
      }
      if (!free.tryAcquire()) {
        return;
      }
      busy.add(endpoint);
      Thread.ofVirtual().name("webhook-lane").start(() -> along(endpoint));
    }
  }

  /** Until nothing is due, or the receiver fails: then others have the lane. */
  private void along(UUID endpoint) {
    try {
      int sent = 0;
      while (!stopping
          && sent < IN_A_ROW
          && next.deliver(endpoint) == DeliverNext.Result.DELIVERED) {
        sent++;
      }
      wake();
    } catch (RuntimeException fault) {
      LOG.errorf(fault, "Endpoint %s could not be served; trying again", endpoint);
    } finally {
      busy.remove(endpoint);
      free.release();
    }
  }
}
