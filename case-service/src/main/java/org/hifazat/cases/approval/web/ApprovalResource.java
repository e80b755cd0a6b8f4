package org.hifazat.cases.approval.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.approval.Approval;
import org.hifazat.cases.approval.ApprovalQueries;
import org.hifazat.cases.approval.DecideApproval;
import org.hifazat.cases.approval.RequestApproval;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/**
 * Approvals of a case. A kind has at most one pending request; deciding names the kind, so that
 * deciding what nobody requested is a conflict.
 */
@Path("/v1/cases/{caseId}/approvals")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ApprovalResource {
  private static final String LIST = "case-approvals:";

  private final RequestApproval requesting;
  private final DecideApproval deciding;
  private final ApprovalQueries queries;
  private final CallerContext callers;
  private final Cursors cursors;

  ApprovalResource(
      RequestApproval requesting,
      DecideApproval deciding,
      ApprovalQueries queries,
      CallerContext callers,
      Cursors cursors) {
    this.requesting = requesting;
    this.deciding = deciding;
    this.queries = queries;
    this.callers = callers;
    this.cursors = cursors;
  }

  /**
   * @param kind registration, assessment, case-plan …; another answers 404
   */
  public record ApprovalRequest(
      @NotNull @Pattern(regexp = "[a-z]+(-[a-z]+)*") @Size(max = 40) String kind,
      @NotNull Instant happenedAt,
      @Nullable @Size(min = 1, max = 2000) String note) {}

  /**
   * @param comment for the worker; required when rejected
   * @param overrideReason only for a closure with open gates
   */
  public record DecisionRequest(
      @NotNull @Pattern(regexp = "approved|rejected") String decision,
      @NotNull Instant happenedAt,
      @Nullable @Size(min = 1, max = 2000) String comment,
      @Nullable @Size(min = 10, max = 2000) String overrideReason) {}

  @GET
  @Performs("VIEW_APPROVALS")
  public Page<ApprovalView> list(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    String list = LIST + caseId;
    return Page.cut(
        queries.ofCase(caseId, cursors.verify(list, cursor).orElse(null), size + 1).stream()
            .map(this::view)
            .toList(),
        size,
        last -> cursors.sign(list, last.requestedAt(), last.id()));
  }

  @GET
  @Path("/{id}")
  @Performs("VIEW_APPROVALS")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = WholeApprovalView.class)))
  public Response one(@PathParam("caseId") UUID caseId, @PathParam("id") UUID id) {
    ApprovalQueries.Whole whole = queries.one(caseId, id);
    return Response.ok(WholeApprovalView.of(whole, callers.current().staffId().orElse(null)))
        .header(HttpHeaders.ETAG, ETags.of(whole.approval().version()))
        .build();
  }

  @POST
  @Performs("REQUEST_APPROVAL")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ApprovalView.class)))
  public Response request(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid ApprovalRequest request) {
    RequestApproval.Requested requested =
        requesting.handle(
            new RequestApproval.Command(
                caseId, request.kind(), request.happenedAt(), request.note()),
            key);
    return requested.created().response(requested.approval().version(), view(requested.approval()));
  }

  @POST
  @Path("/{kind}/decision")
  @Performs("DECIDE_APPROVAL")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApprovalView.class)))
  public Response decide(
      @PathParam("caseId") UUID caseId,
      @PathParam("kind") String kind,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid DecisionRequest request) {
    return changed(
        deciding.handle(
            new DecideApproval.Command(
                caseId,
                kind,
                Preconditions.expected(ifMatch),
                request.decision().equals("approved"),
                request.happenedAt(),
                request.comment(),
                request.overrideReason())));
  }

  @POST
  @Path("/{kind}/withdrawal")
  @Performs("REQUEST_APPROVAL")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApprovalView.class)))
  public Response withdraw(
      @PathParam("caseId") UUID caseId,
      @PathParam("kind") String kind,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    return changed(deciding.withdraw(caseId, kind, Preconditions.expected(ifMatch)));
  }

  private Response changed(Approval approval) {
    return Response.ok(view(approval))
        .header(HttpHeaders.ETAG, ETags.of(approval.version()))
        .build();
  }

  private ApprovalView view(Approval approval) {
    return ApprovalView.of(approval, callers.current().staffId().orElse(null));
  }
}
