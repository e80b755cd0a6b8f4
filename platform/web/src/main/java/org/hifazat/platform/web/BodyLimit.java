package org.hifazat.platform.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers a body over {@code quarkus.http.limits.max-body-size}, and a path nobody serves, with a
 * problem. Quarkus alone refuses both with a body that is not ours.
 */
@Provider
@ApplicationScoped
public class BodyLimit implements ReaderInterceptor {

  // Before Quarkus' own limit (-2); after every other route.
  private static final int FIRST = -3;
  private static final int AFTER_QUARKUS = -1;
  private static final int LAST = 1_000_000;
  private static final long READ_AHEAD = 1 << 20;

  private final long limit;
  private final RouteProblems problems;

  BodyLimit(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit,
      RouteProblems problems) {
    this.limit = limit.asLongValue();
    this.problems = problems;
  }

  void routes(@Observes Router router) {
    router.route().order(FIRST).handler(this::refuseAnnounced);
    router.route().order(AFTER_QUARKUS).handler(this::leaveCountingToUs);
    router
        .route()
        .order(LAST)
        .handler(request -> problems.answer(request, CommonProblem.NOT_FOUND));
  }

  private void refuseAnnounced(RoutingContext request) {
    String length = request.request().getHeader("Content-Length");
    if (length != null && Long.parseLong(length) > limit) {
      HttpServerRequest body = request.request();
      request.response().putHeader("Connection", "close");
      request.response().endHandler(sent -> body.connection().close());
      problems.answer(request, CommonProblem.BODY_TOO_LARGE);
    } else {
      request.next();
    }
  }

  /** Quarkus would end the response with an empty 413 the moment its own counter passes. */
  private void leaveCountingToUs(RoutingContext request) {
    if (request.get(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY) != null) {
      request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit + READ_AHEAD);
    }
    request.next();
  }

  /** A chunked body announces no length: it is counted while it is read. */
  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context)
      throws IOException, WebApplicationException {
    context.setInputStream(new Counted(context.getInputStream(), limit));
    return context.proceed();
  }

  private static final class Counted extends FilterInputStream {

    private long left;

    Counted(InputStream body, long limit) {
      super(body);
      this.left = limit;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      count(Math.max(count, 0));
      return count;
    }

    private void count(int bytes) {
      left -= bytes;
      if (left < 0) {
        throw new ProblemException(CommonProblem.BODY_TOO_LARGE);
      }
    }
  }
}
