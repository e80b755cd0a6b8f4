package org.hifazat.gateway.session;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.hifazat.gateway.GatewayPaths;

/**
 * Every sign-in that is begun leaves a cookie until it is done, so that two tabs can sign in at
 * once. Begun often and never done, they would grow over what a request's headers may hold.
 */
@ApplicationScoped
class AbandonedSignIns {
  private static final String STATE = "q_auth";
  private static final int MOST = 8;

  /** After the gate, before Quarkus' authentication (priority 200). */
  private static final int BEFORE_SIGN_IN = 900;

  void route(@Observes Filters filters) {
    filters.register(this::forget, BEFORE_SIGN_IN);
  }

  private void forget(RoutingContext context) {
    if (context.request().path().equals(GatewayPaths.SIGN_IN)) {
      List<String> begun =
          context.request().cookies().stream()
              .map(Cookie::getName)
              .filter(name -> name.startsWith(STATE))
              .toList();
      if (begun.size() >= MOST) {
        begun.forEach(
            name ->
                context
                    .response()
                    .addCookie(
                        Cookie.cookie(name, "").setPath("/").setMaxAge(0).setHttpOnly(true)));
      }
    }
    context.next();
  }
}
