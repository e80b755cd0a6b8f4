package org.hifazat.gateway.proxy;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.hifazat.gateway.GatewayConfig;

/**
 * {@code /openrosa/…}: forms for ODK Collect and KoboCollect. An enrolled device's own token, as
 * HTTP Basic or bearer, is the only way in; a session cookie opens nothing here.
 */
@ApplicationScoped
class CollectApi {
  private static final String ROOT = "/openrosa/";
  private static final Pattern CREDENTIALS =
      Pattern.compile("(Basic|Bearer) +[A-Za-z0-9\\-._~+/]+=*", Pattern.CASE_INSENSITIVE);

  private final Passages passages;
  private final ServiceAddresses addresses;

  CollectApi(GatewayConfig config, Passages passages) {
    this.passages = passages;
    this.addresses = new ServiceAddresses(config.services().assessments(), "");
  }

  void route(@Observes Router router) {
    router.route(ROOT + "*").handler(this::handle);
  }

  private void handle(RoutingContext context) {
    String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization == null || !CREDENTIALS.matcher(authorization).matches()) {
      // Collect sends its password only when it is asked for it.
      context
          .response()
          .setStatusCode(401)
          .putHeader("WWW-Authenticate", "Basic realm=\"Hifazat\"")
          .end();
      return;
    }
    String uri = context.request().uri();
    passages.carry(
        context,
        new Passage(
            Part.ASSESSMENTS,
            uri.substring(uri.indexOf(ROOT)),
            headers -> ServiceHeaders.toServiceAs(headers, authorization),
            response -> ServiceHeaders.toClient(response.headers(), addresses)));
  }
}
