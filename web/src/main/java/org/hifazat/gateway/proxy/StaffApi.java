package org.hifazat.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hifazat.gateway.GatewayConfig;
import org.hifazat.gateway.GatewayProblem;
import org.hifazat.gateway.session.SessionCookie;
import org.hifazat.gateway.session.Sessions;
import org.hifazat.gateway.session.Sessions.Opened;
import org.jboss.logging.Logger;

/**
 * {@code /api/<service>/v1/…}: the services for whoever is signed in. {@code /api/partner/v1/…} is
 * the referral service's {@code /partner/v1/…} for people of an agency without a system of its own.
 */
@ApplicationScoped
class StaffApi {
  private static final Logger LOG = Logger.getLogger(StaffApi.class);
  private static final String ROOT = "/api/";
  private static final String PORTAL = "partner";
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private final GatewayConfig config;
  private final Passages passages;
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final Vertx vertx;
  private final Clock clock;

  StaffApi(
      GatewayConfig config,
      Passages passages,
      Sessions sessions,
      SessionCookie cookie,
      Vertx vertx,
      Clock clock) {
    this.config = config;
    this.passages = passages;
    this.sessions = sessions;
    this.cookie = cookie;
    this.vertx = vertx;
    this.clock = clock;
  }

  void route(@Observes Router router) {
    router.route(ROOT + "*").handler(this::handle);
  }

  private void handle(RoutingContext context) {
    String path = context.request().path();
    int end = path.indexOf('/', ROOT.length());
    String key = end < 0 ? "" : path.substring(ROOT.length(), end);
    Optional<Part> service = key.equals(PORTAL) ? Optional.of(Part.REFERRALS) : Part.service(key);
    if (service.isEmpty() || !path.startsWith("/v1/", end)) {
      GatewayProblem.NOT_FOUND.answer(context);
      return;
    }
    Optional<String> id = cookie.of(context);
    if (id.isEmpty()) {
      GatewayProblem.SIGN_IN_REQUIRED.answer(context);
      return;
    }
    // The body waits unread until somebody is known to be signed in.
    context.request().pause();
    vertx
        .executeBlocking(() -> sessions.open(id.get()), false)
        .onSuccess(opened -> go(context, service.get(), key, id.get(), opened))
        .onFailure(
            fault -> {
              LOG.error("A session could not be opened", fault);
              context.request().resume();
              GatewayProblem.INTERNAL.answer(context);
            });
  }

  private void go(RoutingContext context, Part service, String key, String id, Opened opened) {
    if (opened instanceof Opened.SignedIn(String token, String idToken)) {
      Instant since = clock.instant();
      passages.carrySignedIn(
          context,
          () ->
              stillSignedIn(context, id, token, since)
                  .map(good -> passage(context.request(), service, key, good)));
    } else {
      context.request().resume();
      refuse(context, opened);
    }
  }

  /**
   * A body may take minutes to come: the session may end meanwhile, and its token may. Fails when
   * it has answered that nobody is signed in any more.
   */
  private Future<String> stillSignedIn(
      RoutingContext context, String id, String token, Instant since) {
    if (clock.instant().isBefore(since.plus(AT_ONCE))) {
      return Future.succeededFuture(token);
    }
    return vertx
        .executeBlocking(() -> sessions.open(id), false)
        .compose(
            opened -> {
              if (opened instanceof Opened.SignedIn(String good, String idToken)) {
                return Future.succeededFuture(good);
              }
              refuse(context, opened);
              return Future.failedFuture("The session opens no more");
            });
  }

  private static void refuse(RoutingContext context, Opened opened) {
    if (opened instanceof Opened.KeycloakSilent) {
      GatewayProblem.unavailable(context, Part.KEYCLOAK.key());
    } else {
      GatewayProblem.SIGN_IN_REQUIRED.answer(context);
    }
  }

  private Passage passage(HttpServerRequest request, Part service, String key, String token) {
    // The portal's paths keep their own first segment at the service, the others lose it.
    String prefix = key.equals(PORTAL) ? "/api" : ROOT + key;
    ServiceAddresses addresses = new ServiceAddresses(service.address(config), prefix);
    return new Passage(
        service,
        request.uri().substring(request.uri().indexOf(ROOT + key) + prefix.length()),
        headers -> ServiceHeaders.toService(headers, token),
        response -> ServiceHeaders.toClient(response.headers(), addresses));
  }
}
