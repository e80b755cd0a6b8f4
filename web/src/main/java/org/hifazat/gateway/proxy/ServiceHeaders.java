package org.hifazat.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which headers pass between a client and a service. */
final class ServiceHeaders {
  /** Everything else a client sends, cookies and Authorization first of all, stops here. */
  private static final Set<String> TO_SERVICE =
      Set.of(
          "accept",
          "accept-language",
          "content-language",
          "content-length",
          "content-type",
          "idempotency-key",
          "if-match",
          "if-none-match",
          "prefer",
          "transfer-encoding",
          "user-agent");

  private static final List<String> NOT_TO_CLIENT =
      List.of(
          "Set-Cookie",
          "Server",
          "X-Powered-By",
          "Access-Control-Allow-Origin",
          "Access-Control-Allow-Credentials",
          "Strict-Transport-Security",
          "Content-Security-Policy",
          "Clear-Site-Data",
          "Connection",
          "Keep-Alive",
          "Proxy-Authenticate",
          "Trailer",
          "Upgrade");

  private ServiceHeaders() {}

  /** Leaves of the client's headers what a service may get, and adds the bearer token. */
  static void toService(MultiMap headers, String bearer) {
    toServiceAs(headers, "Bearer " + bearer);
  }

  /** The same with credentials the service itself understands. */
  static void toServiceAs(MultiMap headers, String authorization) {
    for (String name : List.copyOf(headers.names())) {
      if (!TO_SERVICE.contains(name.toLowerCase(Locale.ROOT))) {
        headers.remove(name);
      }
    }
    headers.set(HttpHeaders.AUTHORIZATION, authorization);
  }

  /** The same with nothing to show: the service decides what that opens. */
  static void toServiceWithNothing(MultiMap headers) {
    toServiceAs(headers, "");
    headers.remove(HttpHeaders.AUTHORIZATION);
  }

  /** Leaves of a service's headers what a client may get. */
  static void toClient(MultiMap headers, ServiceAddresses addresses) {
    NOT_TO_CLIENT.forEach(headers::remove);
    addresses.rewrite(headers);
  }
}
