package org.hifazat.gateway;

import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The trace of one request through the platform (W3C Trace Context), begun here: what a client
 * sends is not taken over, so nobody outside can choose what is recorded under which id.
 *
 * @param id 32 hexadecimal digits
 */
public record Trace(String id) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final HexFormat HEX = HexFormat.of();

  /** The request's trace; the first caller begins it. */
  public static Trace of(RoutingContext context) {
    if (context.get(Trace.class.getName()) instanceof Trace known) {
      return known;
    }
    Trace begun = new Trace(hex(16));
    context.put(Trace.class.getName(), begun);
    return begun;
  }

  /** The header that carries the trace to a service. */
  public String traceparent() {
    return "00-" + id + "-" + hex(8) + "-01";
  }

  private static String hex(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HEX.formatHex(random);
  }
}
