package org.hifazat.platform.web;

/** The problems any endpoint may answer with; services add their own {@link ProblemType} enum. */
public enum CommonProblem implements ProblemType {
  MALFORMED_JSON(400, "malformed-json", "The body is not well-formed JSON."),
  UNKNOWN_FIELD(400, "unknown-field", "The body has a field that this operation does not know."),
  INVALID_TYPE(400, "invalid-type", "A field has a JSON type or form that cannot be read."),
  INVALID_VALUE(400, "invalid-value", "A field breaks a stated constraint."),
  BAD_REQUEST(400, "bad-request", "The request cannot be understood."),
  PRECONDITION_MALFORMED(
      400, "precondition-malformed", "If-Match must be one strong entity tag, as in \"v7\"."),
  IDEMPOTENCY_KEY_MISSING(
      400, "idempotency-key-missing", "A creating request needs an Idempotency-Key."),
  FORBIDDEN(403, "forbidden", "This account may not do this."),
  NOT_FOUND(404, "not-found", "There is no such resource, or it is out of reach."),
  METHOD_NOT_ALLOWED(405, "method-not-allowed", "The resource does not have this method."),
  NOT_ACCEPTABLE(406, "not-acceptable", "The resource has no representation of that media type."),
  CONFLICT(409, "conflict", "A rule refuses this in the present state."),
  REQUEST_IN_PROGRESS(
      409, "request-in-progress", "A request with this Idempotency-Key is still being handled."),
  STALE(412, "stale", "The resource was changed since it was read."),
  BODY_TOO_LARGE(413, "body-too-large", "The body is larger than allowed."),
  UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "The body's media type is not accepted."),
  UNPROCESSABLE(422, "unprocessable", "The request is well-formed but cannot mean anything."),
  IDEMPOTENCY_KEY_REUSED(
      422, "idempotency-key-reused", "The Idempotency-Key was used for another request."),
  PRECONDITION_REQUIRED(428, "precondition-required", "A change needs an If-Match header."),
  INTERNAL(500, "internal", "Something went wrong here. The trace id helps to find it."),
  SERVICE_UNAVAILABLE(503, "service-unavailable", "The service cannot answer now. Try again.");

  private final int status;
  private final String code;
  private final String title;

  CommonProblem(int status, String code, String title) {
    this.status = status;
    this.code = code;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String title() {
    return title;
  }
}
