package org.hifazat.gateway.proxy;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hifazat.gateway.GatewayConfig;

/**
 * {@code /partner/v1/…}: the referrals for partner agencies' systems, and the directory of services
 * as {@code /partner/v1/hsds/…}. A bearer token is the only way in; a session cookie opens nothing
 * here.
 */
@ApplicationScoped
class PartnerApi {
  private static final Pattern BEARER =
      Pattern.compile("Bearer +([A-Za-z0-9\\-._~+/]+=*)", Pattern.CASE_INSENSITIVE);

  private static final String DIRECTORY = "/partner/v1/hsds/";

  private final Passages passages;
  private final ServiceAddresses addresses;

  PartnerApi(GatewayConfig config, Passages passages) {
    this.passages = passages;
    this.addresses = new ServiceAddresses(config.services().referrals(), "");
  }

  void route(@Observes Router router) {
    router.route("/partner/v1/*").handler(this::handle);
  }

  private void handle(RoutingContext context) {
    String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    Matcher bearer = BEARER.matcher(authorization == null ? "" : authorization);
    if (!bearer.matches()) {
      context.response().setStatusCode(401).putHeader("WWW-Authenticate", "Bearer").end();
      return;
    }
    String uri = context.request().uri();
    passages.carry(
        context,
        new Passage(
            Part.REFERRALS,
            inService(uri.substring(uri.indexOf("/partner/v1/"))),
            headers -> ServiceHeaders.toService(headers, bearer.group(1)),
            response -> ServiceHeaders.toClient(response.headers(), addresses)));
  }

  /** The directory is one for staff and agencies. */
  private static String inService(String uri) {
    return uri.startsWith(DIRECTORY) ? uri.substring("/partner".length()) : uri;
  }
}
