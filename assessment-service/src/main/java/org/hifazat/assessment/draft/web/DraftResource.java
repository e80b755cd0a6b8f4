package org.hifazat.assessment.draft.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.assessment.completed.web.AssessmentReplies;
import org.hifazat.assessment.draft.DraftState;
import org.hifazat.assessment.draft.Drafts;
import org.hifazat.assessment.draft.EndDraft;
import org.hifazat.assessment.draft.SaveDraft;
import org.hifazat.assessment.draft.StartDraft;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** Assessments that are being conducted. */
@Path("/v1")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
public class DraftResource {

  private static final String NO_STORE = "no-store";

  private final StartDraft start;
  private final SaveDraft save;
  private final EndDraft end;
  private final Drafts drafts;
  private final AssessmentReplies replies;

  DraftResource(
      StartDraft start, SaveDraft save, EndDraft end, Drafts drafts, AssessmentReplies replies) {
    this.start = start;
    this.save = save;
    this.end = end;
    this.drafts = drafts;
    this.replies = replies;
  }

  /** Begins an assessment with one respondent. */
  @POST
  @Path("/cases/{caseId}/assessment-drafts")
  @Performs("START_DRAFT")
  @APIResponse(
      responseCode = "201",
      description = "Begun; Location and ETag given.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DraftView.class)))
  public Response startDraft(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("Idempotency-Key") @Schema(format = "uuid") @Nullable String idempotencyKey,
      @NotNull @Valid StartDraftRequest request) {
    StartDraft.Started started = start.handle(request.command(caseId), idempotencyKey);
    return started
        .created()
        .response(started.draft().draft().version(), DraftView.of(started.draft()));
  }

  /** What is being conducted in a case, or was given up, without answers. */
  @GET
  @Path("/cases/{caseId}/assessment-drafts")
  @Performs("LIST_DRAFTS")
  public Page<DraftView> listDrafts(
      @PathParam("caseId") UUID caseId,
      @QueryParam("state")
          @DefaultValue("open")
          @Pattern(regexp = "open|discarded")
          @Parameter(description = "discarded: the latest hundred that were given up.")
          String state) {
    List<DraftState> found =
        "open".equals(state) ? drafts.openIn(caseId) : drafts.discardedIn(caseId);
    return Page.all(found.stream().map(DraftView::line).toList());
  }

  /** A draft with what was answered so far. */
  @GET
  @Path("/assessment-drafts/{id}")
  @Performs("READ_DRAFT")
  @APIResponse(
      responseCode = "200",
      description = "The draft; ETag given.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DraftView.class)))
  public Response getDraft(@PathParam("id") UUID id) {
    return answer(drafts.find(id));
  }

  /** Keeps what was answered so far; an answer that interrupts is named in the reply. */
  @PUT
  @Path("/assessment-drafts/{id}")
  @Performs("SAVE_DRAFT")
  @APIResponse(
      responseCode = "200",
      description = "Saved; the new ETag given.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DraftView.class)))
  public Response saveDraft(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid SaveDraftRequest request) {
    return answer(
        save.handle(
            id, Preconditions.expected(ifMatch), Objects.requireNonNull(request.answersXml())));
  }

  /** Scores what was saved and keeps it as an assessment. */
  @POST
  @Path("/assessment-drafts/{id}/completion")
  @Consumes(MediaType.WILDCARD)
  @Performs("COMPLETE_DRAFT")
  @APIResponse(
      responseCode = "201",
      description = "Scored and kept; Location and ETag of the assessment given.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(ref = "#/components/schemas/Assessment")))
  public Response completeDraft(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Schema(format = "uuid") @Nullable String idempotencyKey) {
    Created created = end.complete(id, Preconditions.expected(ifMatch), idempotencyKey);
    return replies.created(created);
  }

  /** Gives it up; what was answered is not kept, an alarm it raised stands. */
  @POST
  @Path("/assessment-drafts/{id}/discarding")
  @Performs("DISCARD_DRAFT")
  @APIResponse(
      responseCode = "200",
      description = "Discarded; the new ETag given.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DraftView.class)))
  public Response discardDraft(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid DiscardDraftRequest request) {
    return answer(
        end.discard(id, Preconditions.expected(ifMatch), Objects.requireNonNull(request.reason())));
  }

  private static Response answer(Drafts.Whole whole) {
    return Response.ok(DraftView.of(whole))
        .header(HttpHeaders.ETAG, ETags.of(whole.draft().version()))
        .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
        .build();
  }
}
