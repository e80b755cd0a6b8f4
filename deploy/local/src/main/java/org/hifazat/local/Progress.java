package org.hifazat.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Says what is happening and how long it takes: a line per step done, and what is still awaited
 * with its elapsed time: on a terminal in one line that is rewritten, elsewhere every ten seconds.
 */
final class Progress implements AutoCloseable {

  private static final Duration QUIET = Duration.ofSeconds(10);
  private static final String ERASE_LINE = "\r\u001b[2K";

  private final PrintStream out;
  private final boolean terminal;
  private final long begun = System.nanoTime();
  private final Map<String, Long> awaited = new LinkedHashMap<>();
  private final Thread ticker;
  private long lastReport = begun;
  private boolean closed;

  Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
    this.ticker = Thread.ofVirtual().name("progress").start(this::tick);
  }

  /** Whether standard output is a terminal. */
  static boolean onTerminal() {
    return System.console() != null && System.console().isTerminal();
  }

  synchronized void begin(String step) {
    awaited.put(step, System.nanoTime());
    show();
  }

  synchronized void done(String step, String result) {
    Long from = awaited.remove(step);
    String time = from == null ? "" : " (" + seconds(System.nanoTime() - from) + ")";
    line(step + " " + result + time);
  }

  synchronized void line(String text) {
    out.println(
        (terminal ? ERASE_LINE : "")
            + "%7s  %s".formatted(seconds(System.nanoTime() - begun), text));
    show();
  }

  /** A line as it is, without the time. */
  synchronized void plain(String text) {
    out.println((terminal ? ERASE_LINE : "") + text);
    show();
  }

  private void show() {
    if (terminal && !awaited.isEmpty() && !closed) {
      String text = "         … " + waiting();
      out.print(ERASE_LINE + text.substring(0, Math.min(text.length(), 100)));
      out.flush();
    }
  }

  private String waiting() {
    long now = System.nanoTime();
    return awaited.entrySet().stream()
        .map(entry -> entry.getKey() + " " + (now - entry.getValue()) / 1_000_000_000 + " s")
        .collect(Collectors.joining(", "));
  }

  private synchronized void tick() {
    try {
      while (!closed) {
        wait(1000);
        if (terminal) {
          show();
        } else if (!awaited.isEmpty() && System.nanoTime() - lastReport > QUIET.toNanos()) {
          lastReport = System.nanoTime();
          line("… still waiting for " + waiting());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (terminal) {
      out.print(ERASE_LINE);
      out.flush();
    }
    notifyAll();
    ticker.interrupt();
  }
}
