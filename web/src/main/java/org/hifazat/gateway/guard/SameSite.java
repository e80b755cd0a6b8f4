package org.hifazat.gateway.guard;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.hifazat.gateway.GatewayConfig;
import org.hifazat.gateway.GatewayPaths;
import org.hifazat.gateway.GatewayProblem;

/**
 * Cross-site request forgery: a change that rides on the session cookie needs a header no foreign
 * page can set, and must say that it comes from our own pages.
 */
@ApplicationScoped
class SameSite implements Guard {
  static final String HEADER = "X-Hifazat";
  private static final Set<HttpMethod> HARMLESS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final String ownOrigin;

  SameSite(GatewayConfig config) {
    this.ownOrigin = config.publicOrigin();
  }

  @Override
  public boolean passes(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (HARMLESS.contains(request.method()) || usesNoSession(request.path())) {
      return true;
    }
    if ("1".equals(request.getHeader(HEADER)) && fromOwnPage(request)) {
      return true;
    }
    GatewayProblem.CROSS_SITE.answer(context);
    return false;
  }

  /**
   * Keycloak's pages defend themselves; partners and devices bring a token; Keycloak's logout
   * message is signed. None of them looks at the session cookie.
   */
  private static boolean usesNoSession(String path) {
    return GatewayPaths.under(path, "/auth")
        || GatewayPaths.under(path, "/partner")
        || GatewayPaths.under(path, "/openrosa")
        || path.equals(GatewayPaths.BACK_CHANNEL_LOGOUT);
  }

  /** At least one of the two headers must be there, and none may say otherwise. */
  private boolean fromOwnPage(HttpServerRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    String site = request.getHeader("Sec-Fetch-Site");
    return (origin != null || site != null)
        && (origin == null || origin.equals(ownOrigin))
        && (site == null || site.equals("same-origin"));
  }
}
