package org.hifazat.cases.concern.web;

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
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.concern.ConcernReportQueries;
import org.hifazat.cases.concern.FollowUpReport;
import org.hifazat.cases.concern.RecordConcernReport;
import org.hifazat.cases.concern.ReportOrder;
import org.hifazat.cases.concern.Reporter;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Concern reports: recorded by the helpline or the unit, waiting for triage. */
@Path("/v1/concern-reports")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConcernReportResource {
  private static final String LIST = "concern-reports";

  private final RecordConcernReport recording;
  private final ConcernReportQueries queries;
  private final FollowUpReport followUp;
  private final Cursors cursors;

  ConcernReportResource(
      RecordConcernReport recording,
      ConcernReportQueries queries,
      FollowUpReport followUp,
      Cursors cursors) {
    this.recording = recording;
    this.queries = queries;
    this.followUp = followUp;
    this.cursors = cursors;
  }

  @POST
  @Performs("RECORD_CONCERN_REPORT")
  @APIResponse(
      responseCode = "201",
      description = "Recorded and routed to the unit that serves the district",
      content = @Content(schema = @Schema(implementation = ConcernReportView.class)))
  public Response record(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid RecordConcernReportRequest request) {
    RecordConcernReport.Recorded recorded = recording.handle(request.command(), key);
    return recorded
        .created()
        .response(recorded.whole().report().version(), ConcernReportView.of(recorded.whole()));
  }

  @GET
  @Performs("LIST_CONCERN_REPORTS")
  public Page<ConcernReportQueries.Line> list(
      @QueryParam("state") @Pattern(regexp = "waiting|triaged") @Nullable String state,
      @QueryParam("queue") @Pattern(regexp = "due|overdue|unassigned|follow-up")
          @Nullable String queue,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    ReportOrder order = order(queue);
    String name = order == ReportOrder.AGE ? LIST : LIST + "-" + queue;
    return Page.cut(
        queries.page(order, state, cursors.verify(name, cursor).orElse(null), size + 1),
        size,
        line -> cursors.sign(name, place(order, line), line.id()));
  }

  private static ReportOrder order(@Nullable String queue) {
    return queue == null
        ? ReportOrder.AGE
        : ReportOrder.valueOf(queue.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static Instant place(ReportOrder order, ConcernReportQueries.Line line) {
    return switch (order) {
      case AGE -> line.receivedAt();
      case DUE, OVERDUE, UNASSIGNED -> line.dueAt();
      case FOLLOW_UP -> Objects.requireNonNull(line.followUpDue());
    };
  }

  /** Who told us. The main part of a report never shows a protected reporter. */
  @GET
  @Path("/{id}/reporter")
  @Performs("VIEW_PROTECTED_REPORTER")
  public Reporter reporter(@PathParam("id") UUID id) {
    return queries.reporter(id);
  }

  /** What the body a report was referred on to made of it. */
  public record FollowUpRequest(@NotNull Instant happenedAt, @NotNull Boolean takenUp) {}

  @POST
  @Path("/{id}/follow-up")
  @Performs("FOLLOW_UP_CONCERN_REPORT")
  @APIResponse(
      responseCode = "200",
      description = "The report as it stands now: done with, or waiting again",
      content = @Content(schema = @Schema(implementation = ConcernReportView.class)))
  public Response followUp(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid FollowUpRequest request) {
    ConcernReportQueries.Whole whole =
        followUp.handle(
            new FollowUpReport.Command(
                id, Preconditions.expected(ifMatch), request.happenedAt(), request.takenUp()));
    return Response.ok(ConcernReportView.of(whole))
        .header(HttpHeaders.ETAG, ETags.of(whole.report().version()))
        .build();
  }

  @GET
  @Path("/{id}")
  @Performs("VIEW_CONCERN_REPORT")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ConcernReportView.class)))
  public Response one(@PathParam("id") UUID id) {
    ConcernReportQueries.Whole whole =
        queries.whole(id).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    return Response.ok(ConcernReportView.of(whole))
        .header(HttpHeaders.ETAG, ETags.of(whole.report().version()))
        .build();
  }
}
