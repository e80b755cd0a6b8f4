package org.hifazat.cases.assignment.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.assignment.AssignCase;
import org.hifazat.cases.assignment.AssignmentQueries;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** Whose case it is, and whose it was. */
@Path("/v1/cases/{caseId}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AssignmentResource {
  private static final String LIST = "owner-changes:";

  private final AssignCase assigning;
  private final AssignmentQueries queries;
  private final Cursors cursors;

  AssignmentResource(AssignCase assigning, AssignmentQueries queries, Cursors cursors) {
    this.assigning = assigning;
    this.queries = queries;
    this.cursors = cursors;
  }

  /**
   * @param handover what the next owner has to know; needed where somebody else had the case
   * @param reason why this worker in spite of the load; needed from the policy's limit on
   */
  public record AssignmentRequest(
      @NotNull UUID ownerId,
      @NotNull Instant happenedAt,
      @Nullable @Size(min = 10, max = 4000) String handover,
      @Nullable @Size(min = 5, max = 1000) String reason) {}

  /**
   * @param openCases how many open cases the owner had before this one
   * @param band what that meant: normal, warning, reason or approval
   */
  public record AssignedView(
      UUID caseId,
      UUID ownerId,
      @Nullable UUID previousOwnerId,
      Instant assignedAt,
      int openCases,
      String band,
      String etag) {}

  /**
   * The present owner and how the case came there, the newest change first.
   *
   * @param next cursor for {@code …/owner-changes}; absent when all are shown here
   */
  public record OwnersView(
      @Nullable UUID ownerId,
      Instant since,
      List<AssignmentQueries.Change> changes,
      @Nullable String next,
      String etag) {}

  @POST
  @Path("/assignment")
  @Performs("ASSIGN_CASE")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AssignedView.class)))
  public Response assign(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid AssignmentRequest request) {
    AssignCase.Assigned assigned =
        assigning.handle(
            new AssignCase.Command(
                caseId,
                Preconditions.expected(ifMatch),
                request.ownerId(),
                request.happenedAt(),
                request.handover(),
                request.reason()));
    String etag = ETags.of(assigned.file().version());
    return Response.ok(
            new AssignedView(
                caseId,
                request.ownerId(),
                assigned.previousOwner(),
                assigned.file().ownedSince(),
                assigned.caseload().open(),
                assigned.caseload().band().label(),
                etag))
        .header(HttpHeaders.ETAG, etag)
        .build();
  }

  @GET
  @Path("/owners")
  @Performs("VIEW_ASSIGNMENTS")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = OwnersView.class)))
  public Response owners(@PathParam("caseId") UUID caseId) {
    int size = Page.DEFAULT_LIMIT;
    AssignmentQueries.Owners owners = queries.ofCase(caseId, null, size + 1);
    Page<AssignmentQueries.Change> changes = page(caseId, owners, size);
    String etag = ETags.of(owners.file().version());
    return Response.ok(
            new OwnersView(
                owners.file().ownerId().orElse(null),
                owners.file().ownedSince(),
                changes.items(),
                changes.next().orElse(null),
                etag))
        .header(HttpHeaders.ETAG, etag)
        .build();
  }

  /** Newest first. */
  @GET
  @Path("/owner-changes")
  @Performs("VIEW_ASSIGNMENTS")
  public Page<AssignmentQueries.Change> changes(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    Optional<Cursor> after = cursors.verify(LIST + caseId, cursor);
    return page(caseId, queries.ofCase(caseId, after.orElse(null), size + 1), size);
  }

  private Page<AssignmentQueries.Change> page(
      UUID caseId, AssignmentQueries.Owners owners, int size) {
    return Page.cut(
        owners.changes(), size, last -> cursors.sign(LIST + caseId, last.happenedAt(), last.id()));
  }
}
