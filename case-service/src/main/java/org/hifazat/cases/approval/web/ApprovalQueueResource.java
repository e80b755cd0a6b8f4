package org.hifazat.cases.approval.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.approval.ApprovalQueries;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** What waits for the unit's supervisors. */
@Path("/v1/approvals")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class ApprovalQueueResource {
  private static final String LIST = "approvals";

  private final ApprovalQueries queries;
  private final Cursors cursors;
  private final CallerContext callers;

  ApprovalQueueResource(ApprovalQueries queries, Cursors cursors, CallerContext callers) {
    this.queries = queries;
    this.cursors = cursors;
    this.callers = callers;
  }

  /** A pending request with the case it is about. */
  public record WaitingApprovalView(
      ApprovalView approval,
      String caseNumber,
      String caseState,
      @Nullable String riskLevel,
      @Nullable String displayName) {}

  /** Pending requests of the caller's unit, longest waiting first. */
  @GET
  @Performs("LIST_APPROVALS")
  public Page<WaitingApprovalView> waiting(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    UUID reader = callers.current().staffId().orElse(null);
    List<WaitingApprovalView> rows =
        queries.queue(cursors.verify(LIST, cursor).orElse(null), size + 1).stream()
            .map(waiting -> view(waiting, reader))
            .toList();
    return Page.cut(
        rows, size, row -> cursors.sign(LIST, row.approval().requestedAt(), row.approval().id()));
  }

  private static WaitingApprovalView view(ApprovalQueries.Waiting waiting, @Nullable UUID reader) {
    return new WaitingApprovalView(
        ApprovalView.of(waiting.approval(), reader),
        waiting.file().number(),
        waiting.file().state(),
        waiting.file().riskLevel().map(level -> level.label()).orElse(null),
        waiting.displayName());
  }
}
