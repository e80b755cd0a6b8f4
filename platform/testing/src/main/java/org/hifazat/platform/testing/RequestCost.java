package org.hifazat.platform.testing;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * What one request asked of the database: how often it went there, raw JDBC included, and, while
 * {@link ServerPlans} are told, what the server read for each statement. The driver's own log tells
 * of every execution and of every notice; which of them are the request's says the trace id it was
 * given. The application must be built with the driver's log down to TRACE.
 *
 * @param roundTrips executions
 * @param plans as PostgreSQL ran them, with the buffers they touched
 */
public record RequestCost(int roundTrips, List<String> plans) {
  private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
  private static final Pattern BUFFERS =
      Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");
  private static final Pattern SCAN =
      Pattern.compile(
          "Scan [^\\n]*\\(actual rows=([0-9.]+) loops=(\\d+)\\)"
              + "|Rows Removed by [A-Za-z ]+: (\\d+)");

  public RequestCost {
    plans = List.copyOf(plans);
  }

  /**
   * @param request sends the traceparent header it is given and returns the status, which must be a
   *     success
   */
  public static RequestCost of(ToIntFunction<String> request) {
    UUID random = UUID.randomUUID();
    HexFormat hex = HexFormat.of();
    String traceId =
        hex.toHexDigits(random.getMostSignificantBits())
            + hex.toHexDigits(random.getLeastSignificantBits());
    Told told = new Told(traceId);
    Level before = DRIVER.getLevel();
    DRIVER.setLevel(Level.FINEST);
    DRIVER.setUseParentHandlers(false);
    DRIVER.addHandler(told);
    try {
      int status = request.applyAsInt("00-" + traceId + "-00f067aa0ba902b7-01");
      if (status >= 300) {
        throw new AssertionError("answered " + status);
      }
      return told.cost();
    } finally {
      DRIVER.removeHandler(told);
      DRIVER.setUseParentHandlers(true);
      DRIVER.setLevel(before);
    }
  }

  /**
   * @param requests made through {@link Calls} by this thread; all of them are counted
   */
  public static RequestCost of(Runnable requests) {
    return of(
        trace -> {
          Calls.traced(trace, requests);
          return 200;
        });
  }

  /** As {@link #least(ToIntFunction)}, of the requests made through {@link Calls}. */
  public static RequestCost least(Runnable requests) {
    return least(
        trace -> {
          Calls.traced(trace, requests);
          return 200;
        });
  }

  /**
   * The least of three: on a connection that has not seen a query yet, the driver asks for its
   * columns first, and the server for its catalogue, which says nothing about the application.
   *
   * @throws AssertionError when nothing was asked, as when the trace was lost on the way
   */
  public static RequestCost least(ToIntFunction<String> request) {
    RequestCost least = of(request);
    for (int again = 0; again < 2; again++) {
      RequestCost next = of(request);
      least =
          new RequestCost(
              Math.min(least.roundTrips, next.roundTrips),
              next.pages() < least.pages() ? next.plans : least.plans);
    }
    if (least.roundTrips == 0) {
      throw new AssertionError("nothing of the request was seen at the database");
    }
    return least;
  }

  /** Pages of tables and indexes the statements touched, wherever they were found. */
  public long pages() {
    return plans.stream().mapToLong(RequestCost::pages).sum();
  }

  private static long pages(String plan) {
    // A node's figure has its children's in it: the first is the whole statement's.
    Matcher buffers = BUFFERS.matcher(plan);
    return buffers.find() ? number(buffers, 1) + number(buffers, 2) : 0;
  }

  /** Rows the scans looked at, those they threw away among them. */
  public long rows() {
    return plans.stream().mapToLong(RequestCost::rows).sum();
  }

  private static long rows(String plan) {
    Matcher scan = SCAN.matcher(plan);
    long rows = 0;
    long loops = 1;
    while (scan.find()) {
      if (scan.group(3) == null) {
        loops = number(scan, 2);
        rows += Math.round(Double.parseDouble(Objects.requireNonNull(scan.group(1))) * loops);
      } else {
        rows += number(scan, 3) * loops;
      }
    }
    return rows;
  }

  /** The statement that looked at most rows, for who has to mend it. */
  public String dearest() {
    return plans.stream()
        .max((one, other) -> Long.compare(rows(one), rows(other)))
        .orElse("no plan was told");
  }

  private static long number(Matcher found, int group) {
    String digits = found.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }

  /** Listens to the driver in the request's own thread. */
  private static final class Told extends Handler {
    private final String traceId;
    private final List<String> plans = new ArrayList<>();
    private int executions;

    Told(String traceId) {
      this.traceId = traceId;
      setLevel(Level.ALL);
    }

    synchronized RequestCost cost() {
      return new RequestCost(executions, plans);
    }

    @Override
    public synchronized void publish(LogRecord told) {
      if (!traceId.equals(MDC.get("traceId"))) {
        return;
      }
      String message = told.getMessage();
      if (message.contains(" execute, handler=") || message.contains(" batch execute ")) {
        executions++;
      } else if (message.contains("NoticeResponse")
          && told.getParameters() != null
          && String.valueOf(told.getParameters()[0]).contains("plan:")) {
        plans.add(String.valueOf(told.getParameters()[0]));
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
