package org.hifazat.platform.web;

import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Whatever nobody expected: a fixed text for the client, a trace without contents for the log. */
public class RequestFaults {

  private static final Logger LOG = Logger.getLogger(RequestFaults.class);

  // Connection lost, serialization failure, deadlock, too many connections, shutting down.
  private static final Set<String> PASSING = Set.of("08", "40", "53", "57");

  /** A unique violation: somebody wrote the same at the same time, and was quicker. */
  private static final String TAKEN = "23505";

  private final LostUpdates lostUpdates;

  RequestFaults(LostUpdates lostUpdates) {
    this.lostUpdates = lostUpdates;
  }

  @ServerExceptionMapper
  public Response fault(Throwable fault, HttpHeaders headers, UriInfo request) {
    return answer(fault, lost -> overtaken(lost, headers, request));
  }

  static Response answer(Throwable fault) {
    return answer(fault, lost -> Problem.response(CommonProblem.STALE));
  }

  private Response overtaken(OptimisticLockException lost, HttpHeaders headers, UriInfo request) {
    try {
      return lostUpdates
          .versions(lost, headers, request)
          .map(versions -> Problem.response(ProblemException.stale(versions)))
          .orElseGet(() -> Problem.response(CommonProblem.STALE));
    } catch (RuntimeException unreadable) {
      // That somebody was quicker is certain; by which version is a help only.
      LOG.warn("The version that stands was not found", MessageFree.copyOf(unreadable));
      return Problem.response(CommonProblem.STALE);
    }
  }

  private static Response answer(
      Throwable fault, Function<OptimisticLockException, Response> stale) {
    Queue<Throwable> causes = new ArrayDeque<>(List.of(fault));
    for (int seen = 0; seen < 32 && !causes.isEmpty(); seen++) {
      Throwable cause = causes.remove();
      switch (cause) {
        case ProblemException problem -> {
          return Problem.response(problem);
        }
        case SQLException sql when passing(sql) -> {
          return answer(CommonProblem.SERVICE_UNAVAILABLE, fault);
        }
        case SQLException sql when TAKEN.equals(sql.getSQLState()) -> {
          // What is taken, and by which constraint, is not for whoever asks.
          LOG.warn("Somebody else was quicker", MessageFree.copyOf(fault));
          return Problem.response(CommonProblem.CONFLICT);
        }
        case OptimisticLockException lost -> {
          return stale.apply(lost);
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

  private static boolean passing(SQLException fault) {
    String state = fault.getSQLState();
    return fault instanceof SQLTransientException
        || (state != null && state.length() == 5 && PASSING.contains(state.substring(0, 2)));
  }
}
