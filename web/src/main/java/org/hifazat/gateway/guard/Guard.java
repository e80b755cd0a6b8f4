package org.hifazat.gateway.guard;

import io.vertx.ext.web.RoutingContext;

/** One condition a request must meet. */
interface Guard {

  /** Whether the request may go on. When not, the guard has answered it. */
  boolean passes(RoutingContext context);
}
