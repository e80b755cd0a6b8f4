package org.hifazat.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Translates addresses in a service's answer into addresses at the gateway. */
final class ServiceAddresses {
  private static final Pattern LINK_TARGET = Pattern.compile("<([^>]*)>");
  private static final List<String> SERVED = List.of("/v1/", "/partner/v1/");

  private final URI service;
  private final String prefix;

  /**
   * @param service where the service is
   * @param prefix what goes before its paths at the gateway, e.g. {@code /api/cases}; may be empty
   */
  ServiceAddresses(URI service, String prefix) {
    this.service = service;
    this.prefix = prefix;
  }

  /** Rewrites Location and Link; an address somewhere else is left out and not followed blindly. */
  void rewrite(MultiMap headers) {
    String location = headers.get(HttpHeaders.LOCATION);
    if (location != null) {
      atGateway(location)
          .ifPresentOrElse(
              address -> headers.set(HttpHeaders.LOCATION, address),
              () -> headers.remove(HttpHeaders.LOCATION));
    }
    List<String> links = List.copyOf(headers.getAll("Link"));
    if (!links.isEmpty()) {
      headers.remove("Link");
      for (String link : links) {
        headers.add("Link", links(link));
      }
    }
  }

  private String links(String link) {
    return LINK_TARGET
        .matcher(link)
        .replaceAll(
            target ->
                Matcher.quoteReplacement(
                    "<" + atGateway(target.group(1)).orElse(target.group(1)) + ">"));
  }

  private Optional<String> atGateway(String address) {
    URI uri;
    try {
      uri = URI.create(address);
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
    if (uri.isAbsolute() && !same(uri)) {
      return Optional.empty();
    }
    String path = uri.getRawPath();
    if (path == null || path.isEmpty()) {
      return uri.isAbsolute() ? Optional.empty() : Optional.of(address);
    }
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return SERVED.stream().anyMatch(path::startsWith)
        ? Optional.of(prefix + path + query)
        : Optional.empty();
  }

  private boolean same(URI uri) {
    return uri.getRawAuthority() != null && uri.getRawAuthority().equals(service.getRawAuthority());
  }
}
