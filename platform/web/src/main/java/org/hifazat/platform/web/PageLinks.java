package org.hifazat.platform.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Puts the next page of a {@link Page} into the Link header. The target is a bare query, which a
 * client resolves against the address it asked, gateway prefix included.
 */
public class PageLinks {

  @ServerResponseFilter
  public void link(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Page<?> page && page.next().isPresent()) {
      StringJoiner query = new StringJoiner("&", "<?", ">; rel=\"next\"");
      request
          .getUriInfo()
          .getQueryParameters()
          .forEach((name, values) -> copy(query, name, values));
      query.add("cursor=" + encoded(page.next().get()));
      response.getHeaders().putSingle(HttpHeaders.LINK, query.toString());
    }
  }

  private static void copy(StringJoiner query, String name, List<String> values) {
    if (!name.equals("cursor")) {
      values.forEach(value -> query.add(encoded(name) + "=" + encoded(value)));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
