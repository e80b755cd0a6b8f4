package org.hifazat.cases.concern.web;

import io.quarkus.security.Authenticated;
import jakarta.enterprise.event.Event;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.casefile.CaseHeads;
import org.hifazat.cases.casefile.ChildRegistered;
import org.hifazat.cases.concern.ConcernReportQueries;
import org.hifazat.cases.concern.JoinCase;
import org.hifazat.cases.concern.ReferOn;
import org.hifazat.cases.concern.RouteReport;
import org.hifazat.cases.concern.TriageConcernReport;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** What becomes of a report. */
@Path("/v1/concern-reports/{id}/triage")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TriageResource {
  private final TriageConcernReport triage;
  private final JoinCase joining;
  private final ReferOn referring;
  private final RouteReport routing;
  private final Event<ChildRegistered> registered;

  TriageResource(
      TriageConcernReport triage,
      JoinCase joining,
      ReferOn referring,
      RouteReport routing,
      Event<ChildRegistered> registered) {
    this.triage = triage;
    this.joining = joining;
    this.referring = referring;
    this.routing = routing;
    this.registered = registered;
  }

  @POST
  @Performs("TRIAGE_CONCERN_REPORT")
  @APIResponse(
      responseCode = "201",
      description = "A case was opened",
      content = @Content(schema = @Schema(implementation = CaseHeads.Head.class)))
  @APIResponse(
      responseCode = "200",
      description = "No concern, joined to a case or referred on; the report as it stands now",
      content = @Content(schema = @Schema(implementation = ConcernReportView.class)))
  @APIResponse(
      responseCode = "202",
      description = "It waits in the queue of the right district, out of the sender's reach",
      content = @Content(schema = @Schema(implementation = RouteReport.Routed.class)))
  public Response triage(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid TriageRequest request) {
    long expected = Preconditions.expected(ifMatch);
    return switch (request.decision()) {
      case "open-case" -> {
        TriageConcernReport.Opened opened =
            triage.openCase(request.open(id, expected, KarachiTime.day(request.triagedAt())), key);
        if (!opened.created().replayed()) {
          registered.fire(new ChildRegistered(opened.head().caseId()));
        }
        yield opened.created().response(opened.head().version(), opened.head());
      }
      case "join-case" -> asItStands(joining.handle(request.join(id, expected)));
      case "refer-on" -> asItStands(referring.handle(request.referOn(id, expected)));
      case "wrong-district" ->
          Response.accepted(routing.handle(request.route(id, expected))).build();
      default -> asItStands(triage.noConcern(request.noConcern(id, expected)));
    };
  }

  private static Response asItStands(ConcernReportQueries.Whole whole) {
    return Response.ok(ConcernReportView.of(whole))
        .header(HttpHeaders.ETAG, ETags.of(whole.report().version()))
        .build();
  }
}
