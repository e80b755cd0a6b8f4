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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.assessment.completed.AmendAssessment;
import org.hifazat.assessment.completed.Supervision;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** What is said of an assessment afterwards: addenda and countersignatures. */
@Path("/v1")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
public class SupervisionResource {

  private final AmendAssessment amend;
  private final Supervision supervision;
  private final AssessmentReplies replies;

  SupervisionResource(AmendAssessment amend, Supervision supervision, AssessmentReplies replies) {
    this.amend = amend;
    this.supervision = supervision;
    this.replies = replies;
  }

  /** A psychologist who may supervise in a case; identity knows the name. */
  @Schema(name = "SupervisingPsychologist")
  record PsychologistView(@Schema(required = true) UUID staffId) {}

  /** Puts an assessment right by an addendum; what stood before stays as it was. */
  @POST
  @Path("/assessments/{id}/addenda")
  @Performs("AMEND_ASSESSMENT")
  @APIResponse(
      responseCode = "201",
      description = "The addendum, an assessment of its own; Location and ETag given.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AssessmentView.class)))
  public Response addAddendum(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Schema(format = "uuid") @Nullable String idempotencyKey,
      @NotNull @Valid AddendumRequest request) {
    return replies.created(amend.handle(request.command(id), idempotencyKey));
  }

  /** The supervising psychologist says whether the assessment can stand. */
  @POST
  @Path("/assessments/{id}/countersignature")
  @Performs("COUNTERSIGN_ASSESSMENT")
  @APIResponse(
      responseCode = "201",
      description = "Signed; the assessment with its new ETag given.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AssessmentView.class)))
  public Response countersign(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Schema(format = "uuid") @Nullable String idempotencyKey,
      @NotNull @Valid CountersignRequest request) {
    return replies.created(supervision.countersign(request.command(id), idempotencyKey));
  }

  /** What waits for the caller's signature, the oldest first. */
  @GET
  @Path("/countersignatures")
  @Performs("LIST_COUNTERSIGNATURES")
  public Page<AssessmentView> listAwaitingCountersignature() {
    return replies.lines(supervision.awaiting());
  }

  /** Who may supervise a clinical assessment in a case. */
  @GET
  @Path("/cases/{caseId}/psychologists")
  @Performs("LIST_PSYCHOLOGISTS")
  public Page<PsychologistView> listPsychologists(@PathParam("caseId") UUID caseId) {
    return Page.all(supervision.psychologists(caseId).stream().map(PsychologistView::new).toList());
  }
}
