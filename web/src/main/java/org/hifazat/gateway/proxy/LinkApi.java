package org.hifazat.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.hifazat.gateway.GatewayConfig;
import org.hifazat.gateway.GatewayPaths;

/**
 * {@code /link/v1/…}: one referral for whoever opened a secure link with its code. The link's own
 * cookie is the only way in; a session of staff opens nothing here, and this cookie nothing
 * elsewhere.
 */
@ApplicationScoped
class LinkApi {
  private static final String ROOT = GatewayPaths.LINK + "/v1/";
  private static final String SESSION = "Hifazat-Link-Session";

  private final Passages passages;
  private final LinkCookie cookie;
  private final ServiceAddresses addresses;

  LinkApi(GatewayConfig config, Passages passages, LinkCookie cookie) {
    this.passages = passages;
    this.cookie = cookie;
    this.addresses = new ServiceAddresses(config.services().referrals(), "");
  }

  void route(@Observes Router router) {
    router.route(ROOT + "*").handler(this::handle);
  }

  private void handle(RoutingContext context) {
    boolean opening = context.request().path().equals(GatewayPaths.LINK_OPENINGS);
    Optional<String> session = opening ? Optional.empty() : cookie.of(context);
    if (!opening && session.isEmpty()) {
      context.response().setStatusCode(401).putHeader("WWW-Authenticate", "Link").end();
      return;
    }
    String uri = context.request().uri();
    passages.carry(
        context,
        new Passage(
            Part.REFERRALS,
            uri.substring(uri.indexOf(ROOT)),
            headers ->
                session.ifPresentOrElse(
                    shown -> ServiceHeaders.toServiceAs(headers, "Link " + shown),
                    () -> ServiceHeaders.toServiceWithNothing(headers)),
            response -> toClient(response.headers())));
  }

  private void toClient(MultiMap headers) {
    String told = headers.get(SESSION);
    headers.remove(SESSION);
    ServiceHeaders.toClient(headers, addresses);
    if (told != null) {
      cookie.kept(told).ifPresent(kept -> headers.set(HttpHeaders.SET_COOKIE, kept));
    }
  }
}
