package org.hifazat.platform.messaging;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The handlers of this service by the type they are for. */
@Singleton
class EventHandlers {
  private final Map<String, EventHandler<?>> byType = new HashMap<>();

  EventHandlers(@All List<EventHandler<?>> handlers) {
    for (EventHandler<?> handler : handlers) {
      if (byType.put(handler.type(), handler) != null) {
        throw new IllegalStateException("Two handlers for " + handler.type());
      }
    }
  }

  /** Two handlers of one type stop the start, not the first event. */
  void check(@Observes StartupEvent started) {}

  Optional<EventHandler<?>> of(String type) {
    return Optional.ofNullable(byType.get(type));
  }
}
