package org.hifazat.platform.security;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** 403, problem+json, always the same body but for the trace id. */
@Provider
public class RefusedExceptionMapper implements ExceptionMapper<RefusedException> {
  @Override
  public Response toResponse(RefusedException refused) {
    return Response.status(Response.Status.FORBIDDEN)
        .type(RefusalBody.MEDIA_TYPE)
        .entity(
            RefusalBody.of(
                Response.Status.FORBIDDEN.getStatusCode(),
                "forbidden",
                "This account may not do this."))
        .build();
  }
}
