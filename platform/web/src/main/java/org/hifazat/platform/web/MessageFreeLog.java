package org.hifazat.platform.web;

import io.quarkus.logging.LoggingFilter;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Whoever logs a fault of the database, of a mapper or of a reader of JSON logs what it quotes:
 * libraries do (a transaction that fails as it ends, a job that fails), and know nothing of
 * children. The log shows such a fault as {@link MessageFree} has it.
 */
@LoggingFilter(name = "message-free")
public final class MessageFreeLog implements Filter {
  private static final int MOST = 32;

  /** By their names: not every program of ours has them. */
  private static final List<String> QUOTING =
      List.of(
          "org.hibernate.",
          "jakarta.persistence.",
          "jakarta.validation.",
          "com.fasterxml.jackson.",
          "tools.jackson.",
          "org.postgresql.");

  @Override
  public boolean isLoggable(LogRecord entry) {
    Throwable thrown = entry.getThrown();
    if (thrown != null && mayQuote(thrown)) {
      entry.setThrown(MessageFree.copyOf(thrown));
    }
    return true;
  }

  private static boolean mayQuote(Throwable thrown) {
    Queue<Throwable> faults = new ArrayDeque<>(List.of(thrown));
    for (int seen = 0; seen < MOST && !faults.isEmpty(); seen++) {
      Throwable fault = faults.remove();
      String name = fault.getClass().getName();
      if (fault instanceof SQLException || QUOTING.stream().anyMatch(name::startsWith)) {
        return true;
      }
      if (fault.getCause() != null) {
        faults.add(fault.getCause());
      }
      faults.addAll(List.of(fault.getSuppressed()));
    }
    return false;
  }
}
