package org.hifazat.cases.consent.web;

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
import org.hifazat.cases.consent.ConsentOverride;
import org.hifazat.cases.consent.ConsentQueries;
import org.hifazat.cases.consent.DecideOverride;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** Overrides of consent before their second person. */
@Path("/v1/consent-overrides")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OverrideResource {
  private static final String LIST = "consent-overrides";

  private final ConsentQueries queries;
  private final DecideOverride deciding;
  private final Cursors cursors;

  OverrideResource(ConsentQueries queries, DecideOverride deciding, Cursors cursors) {
    this.queries = queries;
    this.deciding = deciding;
    this.cursors = cursors;
  }

  /** A line of the supervisor's queue. */
  public record AwaitingLine(String caseNumber, OverrideView override) {}

  /** The second person's answer; a comment is needed unless it is confirmed. */
  public record DecisionRequest(
      @NotNull @Pattern(regexp = "confirmed|rejected|ended") String decision,
      @NotNull Instant happenedAt,
      @Nullable @Size(min = 1, max = 4000) String comment) {}

  @GET
  @Performs("LIST_CONSENT_OVERRIDES")
  public Page<AwaitingLine> awaiting(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    return Page.cut(
        queries.awaiting(cursors.verify(LIST, cursor).orElse(null), size + 1).stream()
            .map(
                one ->
                    new AwaitingLine(one.caseNumber(), OverrideView.of(one.override(), null, null)))
            .toList(),
        size,
        line -> cursors.sign(LIST, line.override().dueAt(), line.override().id()));
  }

  @POST
  @Path("/{id}/decision")
  @Performs("DECIDE_CONSENT_OVERRIDE")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = OverrideView.class)))
  public Response decide(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid DecisionRequest request) {
    ConsentOverride override =
        deciding.handle(
            new DecideOverride.Command(
                id,
                Preconditions.expected(ifMatch),
                request.decision(),
                request.happenedAt(),
                request.comment()));
    return Response.ok(OverrideView.of(override, null, null))
        .header(HttpHeaders.ETAG, ETags.of(override.version()))
        .build();
  }
}
