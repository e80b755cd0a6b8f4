package org.hifazat.platform.security;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.MDC;

/** 403, problem+json, always the same body but for the trace id. */
@Provider
public class RefusedExceptionMapper implements ExceptionMapper<RefusedException> {
  private static final String BODY =
      "{\"type\":\"/problems/forbidden\",\"title\":\"This account may not do this.\",\"status\":403,"
          + "\"code\":\"forbidden\"";

  @Override
  public Response toResponse(RefusedException refused) {
    Object traceId = MDC.get("traceId");
    String trace =
        traceId instanceof String id && id.matches("[0-9a-f]{32}")
            ? ",\"traceId\":\"" + id + "\""
            : "";
    return Response.status(Response.Status.FORBIDDEN)
        .type("application/problem+json")
        .entity(BODY + trace + "}")
        .build();
  }
}
