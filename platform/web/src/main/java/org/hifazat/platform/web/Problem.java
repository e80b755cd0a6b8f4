package org.hifazat.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one error body of every service (RFC 9457, media type application/problem+json).
 *
 * @param type {@code /problems/<code>}
 * @param title fixed sentence of the problem type
 * @param status HTTP status, repeated
 * @param code stable code clients switch on
 * @param traceId finds the request in logs and traces
 * @param errors what is wrong where; absent when nothing can be pointed at
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String code,
    @Nullable String traceId,
    List<Violation> errors) {

  /** Media type of every error body. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public static Problem of(ProblemType type, List<Violation> errors) {
    return new Problem(
        "/problems/" + type.code(),
        type.title(),
        type.status(),
        type.code(),
        TraceIds.current(),
        List.copyOf(errors));
  }

  /** The whole response of a refusal that is a value: {@code return Problem.response(type)}. */
  public static Response response(ProblemType type, Violation... errors) {
    return response(type, List.of(errors));
  }

  public static Response response(ProblemType type, List<Violation> errors) {
    return Response.status(type.status()).type(MEDIA_TYPE).entity(of(type, errors)).build();
  }
}
