package org.hifazat.gateway.guard;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.hifazat.gateway.ClientAddress;
import org.hifazat.gateway.GatewayConfig;
import org.hifazat.gateway.GatewayPaths;
import org.hifazat.gateway.GatewayProblem;
import org.hifazat.gateway.session.SessionCookie;

/**
 * Keeps one address, one session and attempts to sign in to a bearable pace. Wide enough for an
 * office behind one address; guessing passwords is Keycloak's to stop, per account.
 */
@ApplicationScoped
class Pace implements Guard {
  private final SessionCookie cookie;
  private final TokenBuckets signIns;
  private final TokenBuckets sessions;
  private final TokenBuckets addresses;
  private final TokenBuckets links;

  Pace(GatewayConfig config, SessionCookie cookie, Clock clock) {
    this.cookie = cookie;
    this.signIns = new TokenBuckets(config.limits().signIn(), clock);
    this.sessions = new TokenBuckets(config.limits().session(), clock);
    this.addresses = new TokenBuckets(config.limits().address(), clock);
    this.links = new TokenBuckets(config.limits().link(), clock);
  }

  @Override
  public boolean passes(RoutingContext context) {
    HttpServerRequest request = context.request();
    String path = request.path();
    if (!costsSomething(path)) {
      return true;
    }
    String address = ClientAddress.line(request);
    long wait = addresses.take(address);
    if (wait == 0 && isSignIn(request)) {
      wait = signIns.take(address);
    }
    if (wait == 0 && opensLink(request)) {
      wait = links.take(address);
    }
    Cookie session = request.getCookie(cookie.name());
    if (wait == 0 && session != null && GatewayPaths.under(path, "/api")) {
      wait = sessions.take(session.getValue());
    }
    if (wait == 0) {
      return true;
    }
    context.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
    GatewayProblem.TOO_MANY_REQUESTS.answer(context);
    return false;
  }

  /** Pages and their files are read from memory; everything else makes somebody work. */
  private static boolean costsSomething(String path) {
    return !GatewayPaths.mayBePage(path)
        && !GatewayPaths.under(path, "/assets")
        && !GatewayPaths.under(path, "/auth/resources");
  }

  /** A secure link and its code; each link counts its own attempts besides. */
  private static boolean opensLink(HttpServerRequest request) {
    return request.path().equals(GatewayPaths.LINK_OPENINGS);
  }

  /** A password or code somebody typed in. */
  private static boolean isSignIn(HttpServerRequest request) {
    return request.method().equals(HttpMethod.POST)
        && request.path().startsWith("/auth/realms/" + GatewayPaths.REALM + "/login-actions/");
  }
}
