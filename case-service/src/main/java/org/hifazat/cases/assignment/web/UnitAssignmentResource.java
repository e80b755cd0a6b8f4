package org.hifazat.cases.assignment.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.assignment.AssignmentQueries;
import org.hifazat.cases.assignment.CasesToAssign;
import org.hifazat.cases.assignment.UnitCaseloads;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.RiskLevel;
import org.hifazat.cases.caseload.Caseloads;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** What a unit's supervisor assigns, and to whom it can be. */
@Path("/v1")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class UnitAssignmentResource {
  private static final String LIST = "unassigned-cases";
  private static final String HELD = "cases-of:";

  private final AssignmentQueries queries;
  private final UnitCaseloads caseloads;
  private final CasesToAssign selection;
  private final Cursors cursors;

  UnitAssignmentResource(
      AssignmentQueries queries,
      UnitCaseloads caseloads,
      CasesToAssign selection,
      Cursors cursors) {
    this.queries = queries;
    this.caseloads = caseloads;
    this.selection = selection;
    this.cursors = cursors;
  }

  /**
   * @param mayOwn holds the certificate without which nobody owns a case
   * @param band what the next case would need: normal, warning, reason or approval
   */
  public record WorkerLoadView(
      UUID staffId,
      List<String> roles,
      boolean mayOwn,
      int open,
      BigDecimal weighted,
      int warnAt,
      int reasonAt,
      int approvalAt,
      String band) {
    static WorkerLoadView of(Caseloads.Worker worker) {
      return new WorkerLoadView(
          worker.staffId(),
          worker.roles(),
          worker.mayOwn(),
          worker.caseload().open(),
          worker.caseload().weighted(),
          worker.caseload().warnAt(),
          worker.caseload().reasonAt(),
          worker.caseload().approvalAt(),
          worker.caseload().band().label());
    }
  }

  /**
   * @param ownerId who stands in or has left; absent when nobody has it
   * @param etag of the case, for If-Match when assigning
   */
  public record UnassignedCaseView(
      UUID id,
      String number,
      String state,
      @Nullable String riskLevel,
      String districtCode,
      @Nullable UUID ownerId,
      Instant openedAt,
      String etag) {
    static UnassignedCaseView of(CaseFile file) {
      return new UnassignedCaseView(
          file.id(),
          file.number(),
          file.state(),
          file.riskLevel().map(RiskLevel::label).orElse(null),
          file.districtCode(),
          file.ownerId().orElse(null),
          file.openedAt(),
          ETags.of(file.version()));
    }
  }

  @GET
  @Path("/caseloads")
  @Performs("VIEW_CASELOADS")
  public Page<WorkerLoadView> caseloads() {
    return Page.all(caseloads.mine().stream().map(WorkerLoadView::of).toList());
  }

  /**
   * Open cases one worker has, the oldest first; a page holds as many as can be given on at once.
   */
  @GET
  @Path("/caseloads/{staffId}/cases")
  @Performs("VIEW_CASELOADS")
  public Page<UnassignedCaseView> heldBy(
      @PathParam("staffId") UUID staffId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    String list = HELD + staffId;
    int size = Page.limit(limit == null ? CasesToAssign.MOST : limit);
    List<UnassignedCaseView> rows =
        selection.heldBy(staffId, cursors.verify(list, cursor).orElse(null), size + 1).stream()
            .map(UnassignedCaseView::of)
            .toList();
    return Page.cut(rows, size, line -> cursors.sign(list, line.openedAt(), line.id()));
  }

  @GET
  @Path("/unassigned-cases")
  @Performs("LIST_UNASSIGNED_CASES")
  public Page<UnassignedCaseView> unassigned(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    List<UnassignedCaseView> rows =
        queries.unassigned(cursors.verify(LIST, cursor).orElse(null), size + 1).stream()
            .map(UnassignedCaseView::of)
            .toList();
    return Page.cut(rows, size, line -> cursors.sign(LIST, line.openedAt(), line.id()));
  }
}
