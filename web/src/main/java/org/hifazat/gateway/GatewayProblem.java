package org.hifazat.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** What the gateway itself answers when a request goes no further (RFC 9457 problem+json). */
public enum GatewayProblem {
  BAD_REQUEST(400, "bad-request", "The request is not well-formed"),
  SIGN_IN_REQUIRED(401, "sign-in-required", "Nobody is signed in, or the session has ended"),
  CROSS_SITE(403, "cross-site", "Changes are taken from the application's own pages only"),
  NOT_FOUND(404, "not-found", "There is nothing at this address"),
  METHOD_NOT_ALLOWED(405, "method-not-allowed", "This address does not take this method"),
  REQUEST_TIMEOUT(408, "request-timeout", "The request took too long to arrive"),
  BODY_TOO_LARGE(413, "body-too-large", "The request's body is too large"),
  TOO_MANY_REQUESTS(429, "too-many-requests", "Too many requests in a short time"),
  INTERNAL(500, "internal", "Something went wrong here"),
  SERVICE_UNAVAILABLE(503, "service-unavailable", "A part of the platform does not answer");

  private final int status;
  private final String code;
  private final String title;

  GatewayProblem(int status, String code, String title) {
    this.status = status;
    this.code = code;
    this.title = title;
  }

  public String code() {
    return code;
  }

  /** Answers the request with this problem. */
  public void answer(RoutingContext context) {
    send(context, body(context));
  }

  /** Answers that a part does not answer: its key, never its address, and when to try again. */
  public static void unavailable(RoutingContext context, String part) {
    context.response().putHeader(HttpHeaders.RETRY_AFTER, "5");
    SERVICE_UNAVAILABLE.send(context, SERVICE_UNAVAILABLE.body(context).put("service", part));
  }

  /** The rest of the body is not read; in HTTP/2 that ends its stream and no other's. */
  public static void lastOfConnection(RoutingContext context) {
    if (context.request().version() != HttpVersion.HTTP_2) {
      context.response().putHeader(HttpHeaders.CONNECTION, "close");
    }
  }

  /** Somebody on the way through Keycloak's pages is not shown JSON for what will pass. */
  private boolean meetsSomebodySigningIn(RoutingContext context) {
    String accepted = context.request().getHeader(HttpHeaders.ACCEPT);
    String path = context.request().path();
    return status >= 429
        && accepted != null
        && accepted.contains("text/html")
        && (GatewayPaths.under(path, "/auth")
            || path.equals(GatewayPaths.SIGN_IN)
            || path.equals(GatewayPaths.SIGN_IN_RETURN));
  }

  private JsonObject body(RoutingContext context) {
    return new JsonObject()
        .put("type", "/problems/" + code)
        .put("title", title)
        .put("status", status)
        .put("code", code)
        .put("traceId", Trace.of(context).id());
  }

  private void send(RoutingContext context, JsonObject body) {
    var response = context.response();
    if (response.ended() || response.headWritten()) {
      return;
    }
    if (meetsSomebodySigningIn(context)) {
      response
          .setStatusCode(303)
          .putHeader(HttpHeaders.LOCATION, GatewayPaths.LANDING_AFTER_FAILURE)
          .end();
      return;
    }
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .end(body.toBuffer());
  }
}
