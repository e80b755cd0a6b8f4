package org.hifazat.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
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
 * @param expectedVersion the entity tag the change was made on, where it was overtaken (412)
 * @param currentVersion the entity tag of what stands now, where a change was overtaken (412)
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String code,
    @Nullable String traceId,
    List<Violation> errors,
    @Nullable String expectedVersion,
    @Nullable String currentVersion) {

  /** Media type of every error body. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public static Problem of(ProblemType type, List<Violation> errors) {
    return of(type, errors, null);
  }

  static Problem of(ProblemType type, List<Violation> errors, @Nullable Versions versions) {
    return new Problem(
        "/problems/" + type.code(),
        type.title(),
        type.status(),
        type.code(),
        TraceIds.current(),
        List.copyOf(errors),
        versions == null ? null : versions.expected(),
        versions == null ? null : versions.current());
  }

  /** The whole response of a refusal that is a value: {@code return Problem.response(type)}. */
  public static Response response(ProblemType type, Violation... errors) {
    return response(type, List.of(errors));
  }

  public static Response response(ProblemType type, List<Violation> errors) {
    return Response.status(type.status()).type(MEDIA_TYPE).entity(of(type, errors)).build();
  }

  /**
   * The response to a problem that was thrown. Where somebody was quicker, its ETag is that of the
   * version that stands, so that the caller reads it and shows both (RFC 9110, 13.1.1).
   */
  static Response response(ProblemException thrown) {
    Response.ResponseBuilder answer =
        Response.status(thrown.type().status()).type(MEDIA_TYPE).entity(thrown.problem());
    Versions versions = thrown.versions();
    return versions == null
        ? answer.build()
        : answer.header(HttpHeaders.ETAG, versions.current()).build();
  }
}
