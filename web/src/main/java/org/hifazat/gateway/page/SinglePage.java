package org.hifazat.gateway.page;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hifazat.gateway.GatewayPaths;
import org.hifazat.gateway.GatewayProblem;

/**
 * Serves the application's page at its root and wherever the application may have a route, each
 * time with a fresh nonce; says 404 for everything else nobody serves.
 */
@ApplicationScoped
class SinglePage {
  /** Vite writes it where the nonce belongs (its option html.cspNonce). */
  private static final String PLACEHOLDER = "__CSP_NONCE__";

  private final ContentPolicy policy;
  private final Optional<String> page;

  SinglePage(ContentPolicy policy) {
    this.policy = policy;
    this.page = read();
  }

  void route(@Observes Router router) {
    router.get("/").handler(this::send);
    router.head("/").handler(this::send);
    router.get("/index.html").handler(this::send);
    router.head("/index.html").handler(this::send);
    router.route().order(RouteConstants.ROUTE_ORDER_AFTER_DEFAULT).handler(this::lastResort);
    router.errorHandler(500, GatewayProblem.INTERNAL::answer);
  }

  private void lastResort(RoutingContext context) {
    HttpMethod method = context.request().method();
    boolean reading = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    if (!GatewayPaths.mayBePage(context.request().path())) {
      GatewayProblem.NOT_FOUND.answer(context);
    } else if (reading) {
      send(context);
    } else {
      context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
      GatewayProblem.METHOD_NOT_ALLOWED.answer(context);
    }
  }

  private void send(RoutingContext context) {
    if (page.isEmpty()) {
      GatewayProblem.NOT_FOUND.answer(context);
      return;
    }
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
        .end(page.get().replace(PLACEHOLDER, policy.nonce(context)));
  }

  /** Empty when the gateway was built without the web application. */
  private static Optional<String> read() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream file = loader.getResourceAsStream("META-INF/resources/index.html")) {
      return Optional.ofNullable(file)
          .map(
              stream -> {
                try {
                  return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                } catch (IOException fault) {
                  throw new UncheckedIOException(fault);
                }
              });
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
