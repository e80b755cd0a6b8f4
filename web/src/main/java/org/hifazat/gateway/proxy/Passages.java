package org.hifazat.gateway.proxy;

import io.quarkus.runtime.Startup;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.hifazat.gateway.ClientAddress;
import org.hifazat.gateway.GatewayConfig;
import org.hifazat.gateway.GatewayProblem;
import org.hifazat.gateway.Trace;
import org.jboss.logging.Logger;

/**
 * Carries requests to the parts. Each part has connections of its own, so one that is slow or down
 * takes nothing from the others.
 */
@Startup
@ApplicationScoped
class Passages {
  private static final Logger LOG = Logger.getLogger(Passages.class);

  private final GatewayConfig config;
  private final Vertx vertx;
  private final BodiesHeld ofSignedIn;
  private final BodiesHeld ofOthers;
  private final Map<Part, HttpClient> clients = new EnumMap<>(Part.class);

  Passages(GatewayConfig config, Vertx vertx) {
    this.config = config;
    this.vertx = vertx;
    GatewayConfig.Limits limits = config.limits();
    this.ofSignedIn =
        new BodiesHeld("SIGNED_IN_BODIES_BYTES", limits.signedInBodiesBytes(), limits.bodyBytes());
    this.ofOthers =
        new BodiesHeld("OTHER_BODIES_BYTES", limits.otherBodiesBytes(), limits.bodyBytes());
    int connections = limits.connectionsPerService();
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

  /**
   * Sends the request on once it is there, and the answer back; answers itself when the part does
   * not.
   */
  void carry(RoutingContext context, Passage passage) {
    carry(context, ofOthers, () -> Future.succeededFuture(passage));
  }

  /**
   * As {@link #carry}, for somebody whose session has been opened: strangers take no room from
   * them.
   *
   * @param passage asked for when the request is there; fails when it has answered instead
   */
  void carrySignedIn(RoutingContext context, Supplier<Future<Passage>> passage) {
    carry(context, ofSignedIn, passage);
  }

  private void carry(RoutingContext context, BodiesHeld held, Supplier<Future<Passage>> passage) {
    ProxyRequest request = ProxyRequest.reverseProxy(context.request());
    BodiesHeld.Share share = held.share(ClientAddress.line(context.request()));
    BodyArrival.of(
            vertx, context.request(), config.limits().bodyBytes(), config.timeouts().body(), share)
        .onFailure(fault -> refuse(context, fault))
        .compose(body -> passage.get().compose(way -> carry(context, way, request, body)))
        .onFailure(fault -> answerAnyway(context, fault))
        .onComplete(carried -> share.giveBack());
  }

  /** Bytes of the bodies that are under way from people who are signed in. */
  long heldOfSignedIn() {
    return ofSignedIn.held();
  }

  /** Bytes of the bodies that are under way from everybody else. */
  long heldOfOthers() {
    return ofOthers.held();
  }

  /** Done when the part has begun to answer, or does not. */
  private Future<ProxyResponse> carry(
      RoutingContext context, Passage passage, ProxyRequest request, Buffer body) {
    passage.requestHeaders().accept(request.headers());
    request.headers().set("traceparent", Trace.of(context).traceparent());
    // The service is told the length we counted, however the client sent it.
    request.headers().remove(HttpHeaders.TRANSFER_ENCODING);
    request.headers().remove(HttpHeaders.CONTENT_LENGTH);
    request.setBody(body.length() > 0 ? Body.body(body) : null);
    request.setURI(passage.uri());
    return client(passage.part())
        .request(destination(passage.part()))
        .compose(request::send)
        .onFailure(fault -> noAnswer(context, passage.part(), fault))
        .map(response -> back(passage, response));
  }

  private static ProxyResponse back(Passage passage, ProxyResponse response) {
    try {
      passage.response().accept(response);
    } catch (RuntimeException fault) {
      response.release();
      throw fault;
    }
    response
        .send()
        .onFailure(fault -> LOG.debugf("The answer of %s broke off", passage.part().key()));
    return response;
  }

  private static void refuse(RoutingContext context, Throwable fault) {
    if (context.response().closed() || !(fault instanceof BodyArrival.Refused refused)) {
      return;
    }
    GatewayProblem.lastOfConnection(context);
    switch (refused.reason()) {
      case TOO_LARGE -> GatewayProblem.BODY_TOO_LARGE.answer(context);
      case TOO_SLOW -> GatewayProblem.REQUEST_TIMEOUT.answer(context);
      case NO_ROOM -> GatewayProblem.unavailable(context, "gateway");
      case BROKEN_OFF -> LOG.debug("A body broke off");
    }
  }

  /** A fault of ours on the way: whoever asked is told, instead of waiting for nothing. */
  private static void answerAnyway(RoutingContext context, Throwable fault) {
    HttpServerResponse response = context.response();
    if (fault instanceof BodyArrival.Refused
        || response.ended()
        || response.headWritten()
        || response.closed()) {
      return;
    }
    // Its class only: its words may be those of a header.
    LOG.errorf("A request could not be carried: %s", fault.getClass().getName());
    GatewayProblem.INTERNAL.answer(context);
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
