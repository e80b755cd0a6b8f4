package org.hifazat.cases.assignment.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.access.Role;
import org.hifazat.cases.assignment.CaseloadException;
import org.hifazat.cases.assignment.CaseloadExceptions;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.jspecify.annotations.Nullable;

/** One case more than a worker may have: a supervisor asks the Commission, in numbers. */
@Path("/v1/caseload-exceptions")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CaseloadExceptionResource {
  private static final String LIST = "caseload-exceptions-";

  private final CaseloadExceptions exceptions;
  private final CallerContext callers;
  private final Cursors cursors;

  CaseloadExceptionResource(CaseloadExceptions exceptions, CallerContext callers, Cursors cursors) {
    this.exceptions = exceptions;
    this.callers = callers;
    this.cursors = cursors;
  }

  public record ExceptionRequest(@NotNull UUID staffId) {}

  public record ExceptionDecisionRequest(
      @NotNull @Pattern(regexp = "approved|declined") String decision) {}

  /**
   * @param staffId whom it is about; the Commission is not told
   */
  public record ExceptionView(
      UUID id,
      UUID unitId,
      @Nullable UUID staffId,
      int openCases,
      BigDecimal weighted,
      String state,
      Instant requestedAt,
      @Nullable Instant decidedAt) {}

  @GET
  @Performs("LIST_CASELOAD_EXCEPTIONS")
  public Page<ExceptionView> open(
      @QueryParam("state") @Nullable String state,
      @QueryParam("staffId") @Nullable UUID staffId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    CaseloadExceptions.Open which =
        switch (state == null ? "open" : state) {
          case "open" -> CaseloadExceptions.Open.ALL;
          case "pending" -> CaseloadExceptions.Open.PENDING;
          default ->
              throw new ProblemException(
                  CommonProblem.INVALID_VALUE, new Violation("/state", "unknown"));
        };
    int size = Page.limit(limit);
    String name = LIST + which;
    List<ExceptionView> rows =
        exceptions
            .page(which, staffId, cursors.verify(name, cursor).orElse(null), size + 1)
            .stream()
            .map(this::view)
            .toList();
    return Page.cut(rows, size, line -> cursors.sign(name, line.requestedAt(), line.id()));
  }

  @POST
  @Performs("REQUEST_CASELOAD_EXCEPTION")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ExceptionView.class)))
  public Response request(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid ExceptionRequest request) {
    CaseloadExceptions.Requested requested = exceptions.request(request.staffId(), key);
    return requested.created().response(requested.request().version(), view(requested.request()));
  }

  @POST
  @Path("/{id}/decision")
  @Performs("DECIDE_CASELOAD_EXCEPTION")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ExceptionView.class)))
  public Response decide(
      @PathParam("id") UUID id, @NotNull @Valid ExceptionDecisionRequest request) {
    CaseloadException decided = exceptions.decide(id, request.decision().equals("approved"));
    return Response.ok(view(decided)).header(HttpHeaders.ETAG, ETags.of(decided.version())).build();
  }

  private ExceptionView view(CaseloadException request) {
    boolean inTheUnit = callers.current().has(Role.SUPERVISOR);
    return new ExceptionView(
        request.id(),
        request.unitId(),
        inTheUnit ? request.staffId() : null,
        request.openCases(),
        request.weighted(),
        request.state(),
        request.requestedAt(),
        request.decidedAt().orElse(null));
  }
}
