package org.hifazat.cases.tracing.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.tracing.MoveTracing;
import org.hifazat.cases.tracing.RecordSeparation;
import org.hifazat.cases.tracing.SeparationFacts;
import org.hifazat.cases.tracing.TracingQueries;
import org.hifazat.cases.tracing.TracingStatus;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** A child without their people, and the search for them. */
@Path("/v1/cases/{caseId}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TracingResource {
  private final TracingQueries queries;
  private final RecordSeparation recording;
  private final MoveTracing tracing;

  TracingResource(TracingQueries queries, RecordSeparation recording, MoveTracing tracing) {
    this.queries = queries;
    this.recording = recording;
    this.tracing = tracing;
  }

  /**
   * @param status code of the list separation
   * @param cause code of the list separation-cause
   */
  public record SeparationRequest(
      @NotNull Instant happenedAt,
      @NotBlank @Size(max = 40) String status,
      @Nullable @Size(min = 1, max = 40) String cause,
      @Nullable LocalDate separatedOn,
      @Nullable @Size(min = 1, max = 4000) String details) {}

  /**
   * @param personId a person of the case, when the child was reunified with them
   */
  public record TracingStepRequest(
      @NotNull @Pattern(regexp = "open|in-progress|verified|reunified|closed") String to,
      @NotNull Instant happenedAt,
      @Nullable @Size(min = 1, max = 4000) String note,
      @Nullable UUID personId) {}

  /**
   * Empty but for its entity tag when nothing is recorded.
   *
   * @param next steps the search may take now
   */
  public record SeparationView(
      @Nullable String status,
      @Nullable String cause,
      @Nullable LocalDate separatedOn,
      @Nullable String details,
      @Nullable String tracing,
      List<String> next,
      List<TracingStepView> steps) {

    static SeparationView of(TracingQueries.Known known) {
      SeparationFacts facts = known.facts();
      TracingStatus tracing = known.tracing();
      return new SeparationView(
          facts == null ? null : facts.status(),
          facts == null ? null : facts.cause(),
          facts == null ? null : facts.separatedOn(),
          facts == null ? null : facts.details(),
          tracing == null ? null : tracing.label(),
          known.next().stream().map(TracingStatus::label).toList(),
          known.steps().stream().map(TracingStepView::of).toList());
    }
  }

  public record TracingStepView(
      UUID id,
      @Nullable String from,
      String to,
      Instant happenedAt,
      Instant recordedAt,
      @Nullable String note,
      @Nullable UUID personId) {

    static TracingStepView of(TracingQueries.KnownStep step) {
      return new TracingStepView(
          step.id(),
          step.from(),
          step.to(),
          step.happenedAt(),
          step.recordedAt(),
          step.note(),
          step.personId());
    }
  }

  @GET
  @Path("/separation")
  @Performs("VIEW_TRACING")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SeparationView.class)))
  public Response one(@PathParam("caseId") UUID caseId) {
    return answer(queries.ofCase(caseId));
  }

  @PUT
  @Path("/separation")
  @Performs("RECORD_TRACING")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SeparationView.class)))
  public Response record(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid SeparationRequest request) {
    long expected = Preconditions.expected(ifMatch);
    return answer(
        recording.handle(
            new RecordSeparation.Command(
                caseId,
                new SeparationFacts(
                    request.status(), request.cause(), request.separatedOn(), request.details()),
                request.happenedAt(),
                expected)));
  }

  @POST
  @Path("/tracing-steps")
  @Performs("RECORD_TRACING")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = SeparationView.class)))
  public Response step(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid TracingStepRequest request) {
    long expected = Preconditions.expected(ifMatch);
    MoveTracing.Moved moved =
        tracing.handle(
            new MoveTracing.Command(
                caseId,
                expected,
                TracingStatus.of(request.to()),
                request.happenedAt(),
                request.note(),
                request.personId()),
            key);
    return moved.created().response(moved.known().tag(), SeparationView.of(moved.known()));
  }

  private static Response answer(TracingQueries.Known known) {
    return Response.ok(SeparationView.of(known))
        .header(HttpHeaders.ETAG, ETags.of(known.tag()))
        .build();
  }
}
