package org.hifazat.assessment.response.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.assessment.response.OfferedResponse;
import org.hifazat.assessment.response.ResponseQueries;
import org.hifazat.assessment.response.TakeResponse;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** What may be done after an assessment. */
@Path("/v1/assessments/{id}/responses")
@Authenticated
public class ResponseResource {

  private final ResponseQueries queries;
  private final TakeResponse taking;

  ResponseResource(ResponseQueries queries, TakeResponse taking) {
    this.queries = queries;
    this.taking = taking;
  }

  /** What was offered after it and why, and what was taken. */
  @GET
  @Performs("LIST_RESPONSES")
  public Page<OfferedResponse> listResponses(@PathParam("id") UUID id) {
    return queries
        .of(id)
        .map(Page::all)
        .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
  }

  /** Takes one into the plan of the case: an action of its draft, by the day given. */
  @POST
  @Path("/{code}/taking")
  @Consumes(MediaType.APPLICATION_JSON)
  @Performs("TAKE_RESPONSE")
  @APIResponse(
      responseCode = "201",
      description = "Taken; the response with its action given.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OfferedResponse.class)))
  public Response takeResponse(
      @PathParam("id") UUID id,
      @PathParam("code") String code,
      @HeaderParam("Idempotency-Key") @Schema(format = "uuid") @Nullable String idempotencyKey,
      @NotNull @Valid TakeResponseRequest request) {
    TakeResponse.Done done = taking.handle(request.command(id, code), idempotencyKey);
    return done.created().response(1, done.response());
  }
}
