package org.hifazat.gateway.guard;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hifazat.gateway.GatewayConfig;
import org.hifazat.gateway.GatewayProblem;

/**
 * Refuses requests two servers could read differently: a path that means another one after
 * decoding, two lengths for one body. And bodies that announce too many bytes.
 */
@ApplicationScoped
class WellFormed implements Guard {
  /**
   * Dot segments, empty segments, matrix parameters, and encoded forms of them or of controls. And
   * what nobody needs to encode (RFC 3986, 2.3: letters, digits, -._~), since routes are found by
   * the decoded path and guards look at the one that was sent; and a % that encodes nothing.
   */
  private static final Pattern AMBIGUOUS =
      Pattern.compile(
          "//|\\\\|;|(^|/)\\.{1,2}(/|$)|%(2e|2f|5c|3b|25|0.|1.|7f)"
              + "|%(2d|3[0-9]|4[1-9a-f]|5[0-9a]|5f|6[1-9a-f]|7[0-9a]|7e)|%(?![0-9a-f]{2})");

  private final long mostBytes;

  WellFormed(GatewayConfig config) {
    this.mostBytes = config.limits().bodyBytes();
  }

  @Override
  public boolean passes(RoutingContext context) {
    HttpServerRequest request = context.request();
    String path = request.path();
    if (path == null
        || !path.startsWith("/")
        || AMBIGUOUS.matcher(path.toLowerCase(Locale.ROOT)).find()
        || !oneLength(request)) {
      GatewayProblem.lastOfConnection(context);
      GatewayProblem.BAD_REQUEST.answer(context);
      return false;
    }
    if (announced(request) > mostBytes) {
      GatewayProblem.lastOfConnection(context);
      GatewayProblem.BODY_TOO_LARGE.answer(context);
      return false;
    }
    return true;
  }

  private static boolean oneLength(HttpServerRequest request) {
    List<String> lengths = request.headers().getAll(HttpHeaders.CONTENT_LENGTH);
    List<String> encodings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
    if (lengths.size() + encodings.size() > 1) {
      return false;
    }
    return lengths.stream().allMatch(WellFormed::isNumber)
        && encodings.stream().allMatch("chunked"::equalsIgnoreCase);
  }

  private static boolean isNumber(String length) {
    return !length.isEmpty()
        && length.length() <= 18
        && length.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static long announced(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null ? 0 : Long.parseLong(length);
  }
}
