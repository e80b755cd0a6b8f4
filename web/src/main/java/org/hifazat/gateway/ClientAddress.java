package org.hifazat.gateway;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from. Of what X-Forwarded-For names, the last: a proxy that adds to the
 * header writes at its end, and everything before it is the client's own word. Whether the header
 * is believed at all is decided before (quarkus.http.proxy); then the request tells another address
 * than its connection.
 */
public final class ClientAddress {
  private static final String FORWARDED = "X-Forwarded-For";
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\[?([0-9a-fA-F:]*:[0-9a-fA-F:.]*)]?|\\[([0-9a-fA-F:.]+)]:[0-9]+|([0-9.]+)(?::[0-9]+)?");

  private static final int IPV4 = 4;
  private static final int HALF_OF_IPV6 = 8;

  private ClientAddress() {}

  /** Empty when it cannot be told. */
  public static Optional<String> of(HttpServerRequest request) {
    String told = host(request.remoteAddress());
    if (Objects.equals(told, host(request.connection().remoteAddress()))) {
      return Optional.ofNullable(told);
    }
    List<String> named = request.headers().getAll(FORWARDED);
    return named.isEmpty() ? Optional.ofNullable(told) : last(named.getLast());
  }

  /**
   * Where it comes from as paces are counted: one line is given 2^64 addresses of IPv6 and may use
   * another for every request, so all that share the first half are one.
   */
  public static String line(HttpServerRequest request) {
    return of(request).map(ClientAddress::line).orElse("unknown");
  }

  static String line(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      // Of digits and colons only: no name is looked up.
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return bytes.length == IPV4
          ? InetAddress.getByAddress(bytes).getHostAddress()
          : HexFormat.of().formatHex(bytes, 0, HALF_OF_IPV6);
    } catch (UnknownHostException notAnAddress) {
      return "unknown";
    }
  }

  /** Without the port, which is another for each connection. */
  static Optional<String> last(String header) {
    Matcher address = ADDRESS.matcher(header.substring(header.lastIndexOf(',') + 1).strip());
    if (!address.matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(address.group(3))
        .or(() -> Optional.ofNullable(address.group(2)))
        .or(() -> Optional.ofNullable(address.group(1)));
  }

  private static @Nullable String host(SocketAddress address) {
    return address.hostAddress();
  }
}
