package org.hifazat.cases.risk.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.lifecycle.web.CaseStepView;
import org.hifazat.cases.risk.LowerRisk;
import org.hifazat.cases.risk.RiskHistory;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** A case's risk: how it came about, and lowering it. Raising is what assessments do. */
@Path("/v1/cases/{caseId}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RiskResource {
  private final RiskHistory history;
  private final RiskPages pages;
  private final LowerRisk lowering;

  RiskResource(RiskHistory history, RiskPages pages, LowerRisk lowering) {
    this.history = history;
    this.pages = pages;
    this.lowering = lowering;
  }

  /**
   * How the risk came about, the newest first.
   *
   * @param suggestion the newest assessment, where it says less than the case carries
   * @param next where there are more than are shown here
   * @param yoursToLower the reader may lower the risk to it
   * @param etag of the case, for If-Match when lowering
   */
  public record RiskView(
      @Nullable String level,
      @Nullable Instant setAt,
      RiskHistory.@Nullable Said suggestion,
      List<RiskHistory.Said> assessments,
      List<RiskHistory.Lowered> lowerings,
      FurtherRiskView next,
      boolean yoursToLower,
      String etag) {}

  /**
   * Cursors for the lists of the case; absent for what is shown to its end.
   *
   * @param assessments for {@code …/risk-levels}
   * @param lowerings for {@code …/risk-lowerings}
   */
  public record FurtherRiskView(@Nullable String assessments, @Nullable String lowerings) {}

  /**
   * @param assessmentId the newest one, which says less
   * @param reason why the supervisor follows it
   */
  public record RiskLoweringRequest(
      @NotNull UUID assessmentId,
      @NotNull Instant happenedAt,
      @NotBlank @Size(min = 10, max = 2000) String reason) {}

  @GET
  @Path("/risk")
  @Performs("VIEW_RISK")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = RiskView.class)))
  public Response risk(@PathParam("caseId") UUID caseId) {
    int size = Page.DEFAULT_LIMIT;
    RiskHistory.Risk risk = history.ofCase(caseId, size + 1);
    Page<RiskHistory.Said> assessments = pages.levels(caseId, risk.assessments(), size);
    Page<RiskHistory.Lowered> lowerings = pages.lowerings(caseId, risk.lowerings(), size);
    String etag = ETags.of(risk.file().version());
    return Response.ok(
            new RiskView(
                risk.file().riskLevel().map(level -> level.label()).orElse(null),
                risk.file().riskSetAt().orElse(null),
                risk.suggestion(),
                assessments.items(),
                lowerings.items(),
                new FurtherRiskView(assessments.next().orElse(null), lowerings.next().orElse(null)),
                risk.yoursToLower(),
                etag))
        .header(HttpHeaders.ETAG, etag)
        .build();
  }

  /** What assessments said, the newest first. */
  @GET
  @Path("/risk-levels")
  @Performs("VIEW_RISK")
  public Page<RiskHistory.Said> levels(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return pages.levels(caseId, cursor, limit);
  }

  /** What supervisors followed and why, the newest first. */
  @GET
  @Path("/risk-lowerings")
  @Performs("VIEW_RISK")
  public Page<RiskHistory.Lowered> lowerings(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return pages.lowerings(caseId, cursor, limit);
  }

  @POST
  @Path("/risk-lowering")
  @Performs("LOWER_RISK")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CaseStepView.class)))
  public Response lower(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid RiskLoweringRequest request) {
    return CaseStepView.response(
        lowering.handle(
            new LowerRisk.Command(
                caseId,
                Preconditions.expected(ifMatch),
                request.assessmentId(),
                request.happenedAt(),
                request.reason())));
  }
}
