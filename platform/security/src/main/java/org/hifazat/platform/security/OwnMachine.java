package org.hifazat.platform.security;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Commands of a management port. Metrics and health are read from elsewhere, so the port is open to
 * a network; what changes something, or makes the service work hard, is for a program on the
 * service's own machine or in its container.
 */
public final class OwnMachine {
  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private OwnMachine() {}

  /** Whether such a program asks; others are answered as if there were nothing. */
  public static boolean asks(HttpServerRequest request) {
    return isHere(request.connection().remoteAddress())
        && isOurName(request.getHeader("Host"))
        && !isFromAPage(request.getHeader("Origin"), request.getHeader("Sec-Fetch-Site"));
  }

  static boolean isHere(@Nullable SocketAddress client) {
    String address = client == null ? null : client.hostAddress();
    return address != null && InetAddress.ofLiteral(address).isLoopbackAddress();
  }

  /** A page whose name was made to lead here asks for that name (DNS rebinding). */
  static boolean isOurName(@Nullable String host) {
    return host != null
        && NAMES.contains(host.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]{1,5}$", ""));
  }

  /**
   * A browser on this machine says so, whatever page it shows (Fetch, 3.1; Fetch Metadata, 2.3).
   */
  static boolean isFromAPage(@Nullable String origin, @Nullable String fetchSite) {
    return origin != null || fetchSite != null;
  }
}
