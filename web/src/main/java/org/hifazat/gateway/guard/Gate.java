package org.hifazat.gateway.guard;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Puts the guards, in their order, before every route and before signing in. */
@ApplicationScoped
class Gate {
  /** Above the priorities of Quarkus' own filters: authentication has 200. */
  private static final int FIRST = 1000;

  private final ResponseHeaders headers;
  private final List<Guard> guards;

  Gate(ResponseHeaders headers, WellFormed wellFormed, Pace pace, SameSite sameSite) {
    this.headers = headers;
    this.guards = List.of(wellFormed, pace, sameSite);
  }

  void stand(@Observes Filters filters) {
    filters.register(headers::handle, FIRST);
    filters.register(
        context -> {
          for (Guard guard : guards) {
            if (!guard.passes(context)) {
              return;
            }
          }
          context.next();
        },
        FIRST - 1);
  }
}
