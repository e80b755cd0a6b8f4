package org.hifazat.referral.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where a receiver listens, taken apart once.
 *
 * @param host as in the address, for the Host header, the certificate and the name's resolution
 * @param path with the query, as in /hooks?from=hifazat
 */
public record ReceiverAddress(boolean secure, String host, int port, String path) {
  static final int LONGEST = 500;
  private static final int LAST_PORT = 65_535;

  /**
   * @param plainAllowed whether http will do; else only https
   * @return empty for what is no such address: another scheme, no host, a user or a fragment
   */
  static Optional<ReceiverAddress> of(String text, boolean plainAllowed) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
    boolean secure = "https".equalsIgnoreCase(uri.getScheme());
    boolean plain = "http".equalsIgnoreCase(uri.getScheme());
    String host = uri.getHost();
    if (!secure && !(plain && plainAllowed)
        || host == null
        || host.isEmpty()
        || uri.getRawUserInfo() != null
        || uri.getRawFragment() != null
        || text.length() > LONGEST) {
      return Optional.empty();
    }
    int port = uri.getPort() < 0 ? (secure ? 443 : 80) : uri.getPort();
    if (port == 0 || port > LAST_PORT) {
      return Optional.empty();
    }
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery();
    return Optional.of(
        new ReceiverAddress(secure, bare(host), port, query == null ? path : path + '?' + query));
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
