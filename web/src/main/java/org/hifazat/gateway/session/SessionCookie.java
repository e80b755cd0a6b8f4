package org.hifazat.gateway.session;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hifazat.gateway.GatewayConfig;

/** The cookie that holds a session's random id and nothing else. */
@ApplicationScoped
public class SessionCookie {
  private final String name;
  private final boolean secure;

  SessionCookie(GatewayConfig config) {
    this.name = "q_session" + suffix(config).map(suffix -> "_Default_" + suffix).orElse("");
    this.secure = config.secure();
  }

  /**
   * Cookies do not know ports: two platforms on one machine would sign each other's users out if
   * their cookies had one name.
   */
  static Optional<String> suffix(GatewayConfig config) {
    int port = config.publicUrl().getPort();
    return port < 0 ? Optional.empty() : Optional.of(Integer.toString(port));
  }

  public String name() {
    return name;
  }

  /** The id the browser sent, whether or not it is anybody's. */
  public Optional<String> of(RoutingContext context) {
    return Optional.ofNullable(context.request().getCookie(name))
        .map(Cookie::getValue)
        .filter(id -> !id.isEmpty());
  }

  /** Tells the browser to forget the session. */
  void remove(RoutingContext context) {
    context
        .response()
        .addCookie(
            Cookie.cookie(name, "")
                .setPath("/")
                .setMaxAge(0)
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.LAX));
  }
}
