package org.hifazat.platform.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Whatever nobody expected: a fixed text for the client, a trace without contents for the log. */
public class RequestFaults {

  private static final Logger LOG = Logger.getLogger(RequestFaults.class);

  // Connection lost, serialization failure, deadlock, too many connections, shutting down.
  private static final Set<String> PASSING = Set.of("08", "40", "53", "57");

  @ServerExceptionMapper
  public Response fault(Throwable fault) {
    return answer(fault);
  }

  static Response answer(Throwable fault) {
    Queue<Throwable> causes = new ArrayDeque<>(List.of(fault));
    for (int seen = 0; seen < 32 && !causes.isEmpty(); seen++) {
      Throwable cause = causes.remove();
      switch (cause) {
        case ProblemException problem -> {
          return Problem.response(problem.type(), problem.errors());
        }
        case SQLException sql when passing(sql) -> {
          return answer(CommonProblem.SERVICE_UNAVAILABLE, fault);
        }
        // By name: web does not depend on an object-relational mapper.
        case RuntimeException lost when isLostUpdate(lost) -> {
          return Problem.response(CommonProblem.STALE);
        }
        default -> {}
      }
      if (cause.getCause() != null) {
        causes.add(cause.getCause());
      }
      causes.addAll(List.of(cause.getSuppressed()));
    }
    return answer(CommonProblem.INTERNAL, fault);
  }

  static Response answer(CommonProblem type, Throwable fault) {
    LOG.error("A request failed with " + type.code(), MessageFree.copyOf(fault));
    Response response = Problem.response(type);
    return type == CommonProblem.SERVICE_UNAVAILABLE
        ? Response.fromResponse(response).header(HttpHeaders.RETRY_AFTER, 1).build()
        : response;
  }

  private static boolean isLostUpdate(RuntimeException fault) {
    return fault.getClass().getName().equals("jakarta.persistence.OptimisticLockException");
  }

  private static boolean passing(SQLException fault) {
    String state = fault.getSQLState();
    return fault instanceof SQLTransientException
        || (state != null && state.length() == 5 && PASSING.contains(state.substring(0, 2)));
  }
}
