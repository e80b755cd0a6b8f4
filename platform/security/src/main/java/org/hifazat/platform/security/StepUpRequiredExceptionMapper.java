package org.hifazat.platform.security;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** 401 with the challenge of RFC 9470, which says what sign-in would do, and problem+json. */
@Provider
public class StepUpRequiredExceptionMapper implements ExceptionMapper<StepUpRequiredException> {
  @Override
  public Response toResponse(StepUpRequiredException refused) {
    return Response.status(Response.Status.UNAUTHORIZED)
        .header(
            HttpHeaders.WWW_AUTHENTICATE,
            "Bearer error=\"insufficient_user_authentication\","
                + " error_description=\"A fresher or stronger sign-in is needed\","
                + " acr_values=\""
                + refused.acr()
                + "\", max_age=\""
                + refused.maxAge().toSeconds()
                + "\"")
        .type(RefusalBody.MEDIA_TYPE)
        .entity(
            RefusalBody.of(
                Response.Status.UNAUTHORIZED.getStatusCode(),
                "step-up-required",
                "Sign in again, then repeat this."))
        .build();
  }
}
