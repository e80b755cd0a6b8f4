package org.hifazat.platform.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that are used again once they are closed: to log in costs a server process, and a suite
 * looks into its database thousands of times. Nothing of a session is left for the next user.
 */
final class KeptConnections {
  private static final Map<String, Deque<Connection>> IDLE = new ConcurrentHashMap<>();
  private static final int PATIENCE_SECONDS = 5;

  private KeptConnections() {}

  static Connection to(String url) throws SQLException {
    Deque<Connection> idle = IDLE.computeIfAbsent(url, fresh -> new ConcurrentLinkedDeque<>());
    for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
      if (kept.isValid(PATIENCE_SECONDS)) {
        return lent(kept, idle);
      }
      kept.close();
    }
    return lent(DriverManager.getConnection(url), idle);
  }

  private static Connection lent(Connection session, Deque<Connection> idle) {
    AtomicBoolean closed = new AtomicBoolean();
    return (Connection)
        Proxy.newProxyInstance(
            KeptConnections.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              switch (method.getName()) {
                case "close" -> {
                  if (!closed.getAndSet(true)) {
                    giveBack(session, idle);
                  }
                  return null;
                }
                case "isClosed" -> {
                  return closed.get() || session.isClosed();
                }
                default -> {
                  if (closed.get()) {
                    throw new SQLException("This connection was closed");
                  }
                  return onSession(session, method, arguments);
                }
              }
            });
  }

  private static void giveBack(Connection session, Deque<Connection> idle) throws SQLException {
    try {
      if (!session.getAutoCommit()) {
        session.rollback();
        session.setAutoCommit(true);
      }
      try (Statement statement = session.createStatement()) {
        statement.execute("discard all");
      }
      idle.push(session);
    } catch (SQLException unusable) {
      session.close();
    }
  }

  private static @Nullable Object onSession(
      Connection session, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(session, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }
}
