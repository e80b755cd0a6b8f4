package org.hifazat.gateway.proxy;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hifazat.gateway.GatewayConfig;

/**
 * The cookie of whoever opened a secure link: sent to the link's own address only, by no other
 * site, and out of reach of any script. The service makes what is in it.
 */
@ApplicationScoped
class LinkCookie {
  /** A session and its seconds, as the service says them; an empty session ends it. */
  private static final Pattern TOLD = Pattern.compile("([A-Za-z0-9_-]{43})?;([0-9]{1,7})");

  private static final Pattern SESSION = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final String PATH = "/link/v1";

  private final String name;
  private final boolean secure;

  LinkCookie(GatewayConfig config) {
    int port = config.publicUrl().getPort();
    this.secure = config.secure();
    // Cookies do not know ports: two platforms on one machine are two.
    this.name = (secure ? "__Secure-link" : "link") + (port < 0 ? "" : "_" + port);
  }

  /** The session the browser sent, whether or not it is anybody's. */
  Optional<String> of(RoutingContext context) {
    return Optional.ofNullable(context.request().getCookie(name))
        .map(Cookie::getValue)
        .filter(session -> SESSION.matcher(session).matches());
  }

  /** What the browser is to keep, as a header; empty when the service said nothing that is one. */
  Optional<String> kept(String told) {
    Matcher session = TOLD.matcher(told);
    if (!session.matches()) {
      return Optional.empty();
    }
    boolean ends = session.group(1) == null;
    return Optional.of(
        Cookie.cookie(name, ends ? "" : session.group(1))
            .setPath(PATH)
            .setMaxAge(ends ? 0 : Long.parseLong(session.group(2)))
            .setHttpOnly(true)
            .setSecure(secure)
            .setSameSite(CookieSameSite.STRICT)
            .encode());
  }
}
