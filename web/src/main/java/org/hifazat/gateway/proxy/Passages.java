package org.hifazat.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.hifazat.gateway.GatewayConfig;
import org.hifazat.gateway.GatewayProblem;
import org.hifazat.gateway.Trace;
import org.jboss.logging.Logger;

/**
 * Carries requests to the parts. Each part has connections of its own, so one that is slow or down
 * takes nothing from the others.
 */
@ApplicationScoped
class Passages {
  private static final Logger LOG = Logger.getLogger(Passages.class);

  private final GatewayConfig config;
  private final Map<Part, HttpClient> clients = new EnumMap<>(Part.class);

  Passages(GatewayConfig config, Vertx vertx) {
    this.config = config;
    int connections = config.limits().connectionsPerService();
    for (Part part : Part.values()) {
      clients.put(
          part,
          vertx.createHttpClient(
              new HttpClientOptions()
                  .setSsl("https".equals(part.address(config).getScheme()))
                  .setVerifyHost(true)
                  .setKeepAliveTimeout(20)
                  .setDecompressionSupported(false)
                  .setMaxWaitQueueSize(connections),
              new PoolOptions().setHttp1MaxSize(connections)));
    }
  }

  /** Sends the request on and the answer back; answers itself when the part does not. */
  void carry(RoutingContext context, Passage passage) {
    ProxyRequest request = ProxyRequest.reverseProxy(context.request());
    passage.requestHeaders().accept(request.headers());
    request.headers().set("traceparent", Trace.of(context).traceparent());
    CappedStream body = null;
    if (context.request().getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
      body = new CappedStream(request.getBody().stream(), config.limits().bodyBytes());
      request.setBody(Body.body(body));
    }
    CappedStream capped = body;
    request.setURI(passage.uri());
    HttpClient client = client(passage.part());
    client
        .request(destination(passage.part()))
        .compose(request::send)
        .recover(
            fault -> {
              request.release();
              if (capped != null && capped.exceeded()) {
                context.response().putHeader(HttpHeaders.CONNECTION, "close");
                GatewayProblem.BODY_TOO_LARGE.answer(context);
              } else {
                noAnswer(context, passage.part(), fault);
              }
              return Future.failedFuture(fault);
            })
        .onSuccess(
            response -> {
              passage.response().accept(response);
              response
                  .send()
                  .onFailure(
                      fault -> LOG.debugf("The answer of %s broke off", passage.part().key()));
            });
  }

  private HttpClient client(Part part) {
    HttpClient client = clients.get(part);
    if (client == null) {
      throw new IllegalStateException("No connections to " + part);
    }
    return client;
  }

  private RequestOptions destination(Part part) {
    URI address = part.address(config);
    boolean ssl = "https".equals(address.getScheme());
    int port = address.getPort() > 0 ? address.getPort() : ssl ? 443 : 80;
    return new RequestOptions()
        .setHost(address.getHost())
        .setPort(port)
        .setSsl(ssl)
        .setConnectTimeout(config.timeouts().connect().toMillis())
        .setIdleTimeout(silence(part).toMillis());
  }

  private Duration silence(Part part) {
    return part == Part.KEYCLOAK
        ? config.timeouts().keycloakSilence()
        : config.timeouts().silence();
  }

  private static void noAnswer(RoutingContext context, Part part, Throwable fault) {
    LOG.warnf("%s does not answer: %s", part.key(), fault.getClass().getSimpleName());
    GatewayProblem.unavailable(context, part.key());
  }

  @PreDestroy
  void close() {
    clients.values().forEach(HttpClient::close);
  }
}
