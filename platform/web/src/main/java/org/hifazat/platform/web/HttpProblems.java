package org.hifazat.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.ForbiddenException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Problems thrown on purpose, and what JAX-RS itself refuses. */
public class HttpProblems {

  @ServerExceptionMapper
  public Response problem(ProblemException problem) {
    return Problem.response(problem);
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException refused) {
    return Problem.response(CommonProblem.FORBIDDEN);
  }

  @ServerExceptionMapper
  public Response http(WebApplicationException refused) {
    if (refused.getCause() instanceof JsonProcessingException unreadable) {
      return JsonProblems.answer(unreadable);
    }
    Response original = refused.getResponse();
    int status = original.getStatus();
    if (status == 401) {
      return Response.fromResponse(original).entity(null).build();
    }
    CommonProblem type =
        switch (status) {
          case 403 -> CommonProblem.FORBIDDEN;
          case 404 -> CommonProblem.NOT_FOUND;
          case 405 -> CommonProblem.METHOD_NOT_ALLOWED;
          case 406 -> CommonProblem.NOT_ACCEPTABLE;
          case 409 -> CommonProblem.CONFLICT;
          case 412 -> CommonProblem.STALE;
          case 413 -> CommonProblem.BODY_TOO_LARGE;
          case 415 -> CommonProblem.UNSUPPORTED_MEDIA_TYPE;
          case 422 -> CommonProblem.UNPROCESSABLE;
          case 428 -> CommonProblem.PRECONDITION_REQUIRED;
          case 503 -> CommonProblem.SERVICE_UNAVAILABLE;
          default -> status < 500 ? CommonProblem.BAD_REQUEST : CommonProblem.INTERNAL;
        };
    if (type.status() >= 500) {
      return RequestFaults.answer(type, refused);
    }
    Response.ResponseBuilder answer = Response.fromResponse(Problem.response(type, List.of()));
    String allow = original.getHeaderString(HttpHeaders.ALLOW);
    return allow == null ? answer.build() : answer.header(HttpHeaders.ALLOW, allow).build();
  }
}
