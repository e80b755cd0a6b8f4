package org.hifazat.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The second place, in memory; fails when told to. */
@ApplicationScoped
class Witnesses implements CheckpointPublisher {
  private final List<Checkpoint> published = new ArrayList<>();
  private final AtomicBoolean broken = new AtomicBoolean();

  @Override
  public void publish(Checkpoint checkpoint) {
    if (broken.get()) {
      throw new IllegalStateException("unreachable");
    }
    published.add(checkpoint);
  }

  List<Checkpoint> published() {
    return published;
  }

  void breakDown(boolean yes) {
    broken.set(yes);
  }

  void forget() {
    published.clear();
    broken.set(false);
  }
}
