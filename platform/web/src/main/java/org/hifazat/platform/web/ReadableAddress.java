package org.hifazat.platform.web;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * Refuses addresses that hold control characters, or what is no percent-encoding (RFC 3986, 2.1),
 * before anybody reads them: no code, name or id has any, and PostgreSQL has no text with a zero
 * character, so that one of them in a parameter ended as a fault of ours.
 */
@ApplicationScoped
public class ReadableAddress {
  private static final int FIRST = -4;
  private static final Pattern UNREADABLE =
      Pattern.compile("%(?:[01][0-9a-f]|7f|(?![0-9a-f]{2}))", Pattern.CASE_INSENSITIVE);

  private final RouteProblems problems;

  ReadableAddress(RouteProblems problems) {
    this.problems = problems;
  }

  void routes(@Observes Router router) {
    router
        .route()
        .order(FIRST)
        .handler(
            request -> {
              if (isReadable(request.request().uri())) {
                request.next();
              } else {
                problems.answer(request, CommonProblem.BAD_REQUEST);
              }
            });
  }

  static boolean isReadable(String address) {
    return !UNREADABLE.matcher(address).find();
  }
}
