package org.hifazat.cases.particulars.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.particulars.ChangeParticulars;
import org.hifazat.cases.particulars.KnownChild;
import org.hifazat.cases.particulars.ParticularsQueries;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** The child of a case, with an entity tag of their own. */
@Path("/v1/cases/{caseId}/child")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ChildResource {
  private final ParticularsQueries queries;
  private final ChangeParticulars change;
  private final Clock clock;

  ChildResource(ParticularsQueries queries, ChangeParticulars change, Clock clock) {
    this.queries = queries;
    this.change = change;
    this.clock = clock;
  }

  @GET
  @Performs("VIEW_CHILD")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ChildView.class)))
  public Response one(@PathParam("caseId") UUID caseId) {
    return answer(queries.ofCase(caseId));
  }

  @PUT
  @Performs("CHANGE_CHILD")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ChildView.class)))
  public Response change(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid ChangeChildRequest request) {
    return answer(change.handle(request.command(caseId, Preconditions.expected(ifMatch))));
  }

  private Response answer(KnownChild child) {
    return Response.ok(ChildView.of(child, KarachiTime.day(clock.instant())))
        .header(HttpHeaders.ETAG, ETags.of(child.version()))
        .build();
  }
}
