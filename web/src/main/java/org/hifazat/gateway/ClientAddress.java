package org.hifazat.gateway;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
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
