package org.hifazat.assessment.completed.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.assessment.AssessmentProblem;
import org.hifazat.assessment.completed.AssessmentQueries;
import org.hifazat.assessment.completed.ConductAssessment;
import org.hifazat.assessment.completed.SubmissionRefusal;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.jspecify.annotations.Nullable;

/** Assessments of a case. */
@Path("/v1")
@Authenticated
public class AssessmentResource {

  private final ConductAssessment conduct;
  private final AssessmentQueries queries;
  private final AssessmentReplies replies;

  AssessmentResource(
      ConductAssessment conduct, AssessmentQueries queries, AssessmentReplies replies) {
    this.conduct = conduct;
    this.queries = queries;
    this.replies = replies;
  }

  /** Submits a filled form; the server scores it. */
  @POST
  @Path("/cases/{caseId}/assessments")
  @Consumes(MediaType.APPLICATION_JSON)
  @Performs("CONDUCT_ASSESSMENT")
  @APIResponse(
      responseCode = "201",
      description = "Scored and kept; Location and ETag given.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AssessmentView.class)))
  public Response conductAssessment(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("Idempotency-Key") @Schema(format = "uuid") @Nullable String idempotencyKey,
      @NotNull @Valid ConductAssessmentRequest request) {
    return switch (conduct.handle(request.command(caseId), idempotencyKey)) {
      case ConductAssessment.Result.Conducted done -> replies.created(done.created());
      case ConductAssessment.Result.NoSuchCase none -> throw notFound();
      case ConductAssessment.Result.CaseClosed closed ->
          throw new ProblemException(AssessmentProblem.CASE_CLOSED);
      case ConductAssessment.Result.InstrumentUnknown unknown ->
          throw new ProblemException(
              AssessmentProblem.INSTRUMENT_UNKNOWN, new Violation("/instrumentId", "unknown"));
      case ConductAssessment.Result.ConductedInTheFuture future ->
          throw new ProblemException(
              AssessmentProblem.CONDUCTED_IN_THE_FUTURE, new Violation("/conductedAt", "past"));
      case ConductAssessment.Result.ConductedDateDiffers differs ->
          throw new ProblemException(
              AssessmentProblem.CONDUCTED_DATE_DIFFERS, new Violation("/conductedAt", "differs"));
      case ConductAssessment.Result.SubmissionRefused refused ->
          throw SubmissionRefusal.of("/submission", refused.problems());
    };
  }

  /** The case's assessments, the one conducted last first. */
  @GET
  @Path("/cases/{caseId}/assessments")
  @Performs("LIST_ASSESSMENTS")
  public Page<AssessmentView> listAssessments(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return queries
        .ofCase(caseId, cursor, limit)
        .map(replies::page)
        .orElseThrow(AssessmentResource::notFound);
  }

  /** One assessment's result. */
  @GET
  @Path("/assessments/{id}")
  @Performs("READ_ASSESSMENT")
  @APIResponse(
      responseCode = "200",
      description = "The result; ETag given.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AssessmentView.class)))
  public Response getAssessment(@PathParam("id") UUID id) {
    return queries.find(id).map(replies::found).orElseThrow(AssessmentResource::notFound);
  }

  /** One assessment's answers: the submission as it counted, with what people wrote. */
  @GET
  @Path("/assessments/{id}/answers")
  @Produces(MediaType.APPLICATION_XML)
  @Performs("READ_ASSESSMENT_ANSWERS")
  @APIResponse(
      responseCode = "200",
      description = "The filled instance, irrelevant answers pruned, calculations the server's.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_XML,
              schema = @Schema(implementation = String.class)))
  public Response getAnswers(@PathParam("id") UUID id) {
    return queries
        .answers(id)
        .map(Response::ok)
        .orElseThrow(AssessmentResource::notFound)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static ProblemException notFound() {
    return new ProblemException(CommonProblem.NOT_FOUND);
  }
}
