package org.hifazat.platform.web;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A fault as the log may show it: classes, places and SQL states. Messages of exceptions quote
 * values (PostgreSQL prints the row, Jackson the body), so none is kept.
 */
final class MessageFree extends Exception {

  private static final int DEEPEST = 8;

  private MessageFree(String what, @Nullable Throwable cause) {
    super(what, cause, false, true);
  }

  static MessageFree copyOf(Throwable fault) {
    return copyOf(fault, 0);
  }

  private static MessageFree copyOf(Throwable fault, int depth) {
    Throwable cause = fault.getCause();
    String state = fault instanceof SQLException sql ? " [" + sql.getSQLState() + "]" : "";
    MessageFree copy =
        new MessageFree(
            fault.getClass().getName() + state,
            cause == null || depth == DEEPEST ? null : copyOf(cause, depth + 1));
    copy.setStackTrace(fault.getStackTrace());
    return copy;
  }

  @Override
  public String toString() {
    return String.valueOf(getMessage());
  }
}
