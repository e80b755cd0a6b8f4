package org.hifazat.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.hifazat.platform.testing.HifazatTest;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "web", kafka = false, keycloak = false)
class MessageFreeLogTest {

  private static String logged(Throwable thrown) {
    LogRecord entry = new LogRecord(Level.WARNING, "failed");
    entry.setThrown(thrown);
    assertThat(new MessageFreeLog().isLoggable(entry)).isTrue();
    StringWriter text = new StringWriter();
    entry.getThrown().printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Test
  void aFaultOfTheDatabaseIsLoggedWithoutTheRowItQuotes() {
    SQLException row =
        new BatchUpdateException("insert into child values ('Zarak')", "23505", 0, new int[0]);
    assertThat(logged(row)).contains("23505").doesNotContain("Zarak");
    assertThat(logged(new IllegalStateException("Zarak", row)))
        .contains("IllegalStateException")
        .doesNotContain("Zarak");
    Exception other = new RuntimeException("Zarak");
    other.addSuppressed(row);
    assertThat(logged(other)).doesNotContain("Zarak");
  }

  @Test
  void aFaultThatQuotesNobodyIsLoggedAsItIs() {
    assertThat(logged(new IllegalStateException("no", new ConnectException("refused by 8610"))))
        .contains("refused by 8610");
  }

  @Test
  void whatIsWrittenGoesThroughIt() {
    LogRecord entry = new LogRecord(Level.WARNING, "failed");
    entry.setThrown(new SQLException("Zarak", "23505"));
    assertThat(InitialConfigurator.DELAYED_HANDLER.getHandlers())
        .filteredOn(ConsoleHandler.class::isInstance)
        .singleElement()
        .satisfies(handler -> assertThat(handler.getFilter().isLoggable(entry)).isTrue());
    assertThat(entry.getThrown()).isInstanceOf(MessageFree.class);
  }
}
