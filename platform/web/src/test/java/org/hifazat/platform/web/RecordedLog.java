package org.hifazat.platform.web;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What one logger said while this was open, stack traces included. */
final class RecordedLog extends Handler implements AutoCloseable {

  private final Logger logger;
  private final StringBuffer text = new StringBuffer();

  private RecordedLog(Logger logger) {
    this.logger = logger;
  }

  static RecordedLog of(Class<?> type) {
    RecordedLog log = new RecordedLog(Logger.getLogger(type.getName()));
    log.logger.addHandler(log);
    return log;
  }

  String text() {
    return text.toString();
  }

  @Override
  public void publish(LogRecord entry) {
    text.append(entry.getMessage()).append('\n');
    if (entry.getThrown() != null) {
      StringWriter trace = new StringWriter();
      entry.getThrown().printStackTrace(new PrintWriter(trace));
      text.append(trace);
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
