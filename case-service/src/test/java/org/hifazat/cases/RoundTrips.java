package org.hifazat.cases;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.hifazat.platform.testing.Persona;
import org.jboss.logging.MDC;

/**
 * Counts what one request sends to the database, raw JDBC included. The driver tells of every
 * execution; which of them are the request's says the trace id it was given.
 */
public final class RoundTrips extends Handler {
  private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

  private final String traceId;
  private final AtomicInteger executions = new AtomicInteger();

  private RoundTrips(String traceId) {
    this.traceId = traceId;
  }

  /**
   * The least of three: on a connection that has not seen a query yet, the driver asks for its
   * columns first, which says nothing about the application.
   *
   * @param request must succeed, and change nothing
   */
  public static int least(Persona persona, Function<RequestSpecification, Response> request) {
    return IntStream.range(0, 3).map(n -> of(persona, request)).min().orElseThrow();
  }

  /**
   * @param request must succeed
   */
  public static int of(Persona persona, Function<RequestSpecification, Response> request) {
    UUID random = UUID.randomUUID();
    String traceId =
        HexFormat.of().toHexDigits(random.getMostSignificantBits())
            + HexFormat.of().toHexDigits(random.getLeastSignificantBits());
    RoundTrips counter = new RoundTrips(traceId);
    counter.setLevel(Level.ALL);
    Level before = DRIVER.getLevel();
    DRIVER.setLevel(Level.FINEST);
    DRIVER.setUseParentHandlers(false);
    DRIVER.addHandler(counter);
    try {
      int status =
          request
              .apply(
                  Requests.as(persona)
                      .header("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01"))
              .statusCode();
      if (status >= 300) {
        throw new AssertionError("answered " + status);
      }
      return counter.executions.get();
    } finally {
      DRIVER.removeHandler(counter);
      DRIVER.setUseParentHandlers(true);
      DRIVER.setLevel(before);
    }
  }

  @Override
  public void publish(LogRecord told) {
    if (told.getMessage().contains(" execute, handler=") && traceId.equals(MDC.get("traceId"))) {
      executions.incrementAndGet();
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
