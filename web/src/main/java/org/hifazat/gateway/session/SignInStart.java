package org.hifazat.gateway.session;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.hifazat.gateway.GatewayPaths;
import org.hifazat.gateway.GatewayProblem;
import org.hifazat.gateway.session.Sessions.Opened;
import org.jboss.logging.Logger;

/** Clears what earlier sign-ins left in the browser before Quarkus looks at a new one. */
@ApplicationScoped
class SignInStart {
  private static final Logger LOG = Logger.getLogger(SignInStart.class);

  /** After the gate, before Quarkus' authentication (priority 200). */
  private static final int BEFORE_SIGN_IN = 900;

  private static final String STATE = "q_auth";
  private static final int MOST_BEGUN = 8;

  private final Sessions sessions;
  private final SessionCookie cookie;
  private final Vertx vertx;

  SignInStart(Sessions sessions, SessionCookie cookie, Vertx vertx) {
    this.sessions = sessions;
    this.cookie = cookie;
    this.vertx = vertx;
  }

  void route(@Observes Filters filters) {
    filters.register(this::clear, BEFORE_SIGN_IN);
  }

  private void clear(RoutingContext context) {
    String path = context.request().path();
    if (path.equals(GatewayPaths.SIGN_IN)) {
      forgetWhatWasNeverDone(context);
    }
    Optional<String> id =
        path.equals(GatewayPaths.SIGN_IN) || path.equals(GatewayPaths.SIGN_IN_RETURN)
            ? cookie.of(context)
            : Optional.empty();
    if (id.isEmpty()) {
      context.next();
      return;
    }
    vertx
        .executeBlocking(() -> sessions.open(id.get()), false)
        .onSuccess(
            opened -> {
              if (!(opened instanceof Opened.SignedIn)) {
                // Quarkus would try to open the session it names instead of signing in anew.
                context.response().removeCookie(cookie.name(), false);
              }
              context.next();
            })
        .onFailure(
            fault -> {
              LOG.error("A session could not be opened", fault);
              GatewayProblem.INTERNAL.answer(context);
            });
  }

  /**
   * Every sign-in that is begun leaves a cookie until it is done, so that two tabs can sign in at
   * once. Begun often and never done, they would grow over what a request's headers may hold.
   */
  private static void forgetWhatWasNeverDone(RoutingContext context) {
    List<String> begun =
        context.request().cookies().stream()
            .map(Cookie::getName)
            .filter(name -> name.startsWith(STATE))
            .toList();
    if (begun.size() >= MOST_BEGUN) {
      begun.forEach(
          name ->
              context
                  .response()
                  .addCookie(Cookie.cookie(name, "").setPath("/").setMaxAge(0).setHttpOnly(true)));
    }
  }
}
