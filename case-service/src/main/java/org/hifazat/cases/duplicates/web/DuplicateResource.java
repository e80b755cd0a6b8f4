package org.hifazat.cases.duplicates.web;

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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.duplicates.DecideDuplicate;
import org.hifazat.cases.duplicates.DuplicateQueue;
import org.hifazat.cases.duplicates.ProposeMerge;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Children who may be registered twice: to look at, to decide on, to propose as one. */
@Path("/v1/duplicates")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DuplicateResource {
  private static final String LIST = "duplicates";
  private static final String PARTS =
      "names|sex|age|languages|address|safe-contact|identity|disability|schooling|care";

  private final DuplicateQueue queue;
  private final DecideDuplicate deciding;
  private final ProposeMerge proposing;
  private final Cursors cursors;
  private final Clock clock;

  DuplicateResource(
      DuplicateQueue queue,
      DecideDuplicate deciding,
      ProposeMerge proposing,
      Cursors cursors,
      Clock clock) {
    this.queue = queue;
    this.deciding = deciding;
    this.proposing = proposing;
    this.cursors = cursors;
    this.clock = clock;
  }

  /** What somebody thinks of the two, and when they came to it. */
  public record DecisionRequest(
      @NotNull @Pattern(regexp = "same|different|unsure") String decision,
      @NotNull Instant happenedAt) {}

  /**
   * The two are one; which side's case goes on.
   *
   * @param take what its record of the child takes from the other; for who may read both
   */
  public record MergeRequest(
      @NotNull @Pattern(regexp = "one|other") String keep,
      @Nullable @Size(max = 10) List<@NotNull @Pattern(regexp = PARTS) String> take,
      @NotNull Instant happenedAt) {}

  /** What was proposed; it waits for another person. */
  public record ProposedView(UUID id, UUID duplicateId, String state) {}

  @GET
  @Performs("LIST_DUPLICATES")
  public Page<DuplicateView> list(
      @QueryParam("state") @Pattern(regexp = "open|unsure|different|same|merged")
          @Nullable String state,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    String wanted = state == null ? "open" : state;
    // A cursor of one list is none of another.
    String list = LIST + "-" + wanted;
    LocalDate today = today();
    List<DuplicateView> rows =
        queue.page(wanted, cursors.verify(list, cursor).orElse(null), size + 1).stream()
            .map(line -> DuplicateView.of(line, today))
            .toList();
    return Page.cut(rows, size, line -> cursors.sign(list, line.foundAt(), line.id()));
  }

  @GET
  @Path("/{id}")
  @Performs("VIEW_DUPLICATE")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DuplicateView.class)))
  public Response one(@PathParam("id") UUID id) {
    return view(id);
  }

  @POST
  @Path("/{id}/decisions")
  @Performs("DECIDE_DUPLICATE")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DuplicateView.class)))
  public Response decide(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid DecisionRequest request) {
    deciding.handle(
        new DecideDuplicate.Command(
            id, Preconditions.expected(ifMatch), request.decision(), request.happenedAt()));
    return view(id);
  }

  @POST
  @Path("/{id}/merges")
  @Performs("PROPOSE_MERGE")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ProposedView.class)))
  public Response propose(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid MergeRequest request) {
    List<String> take = request.take();
    ProposeMerge.Proposed proposed =
        proposing.handle(
            new ProposeMerge.Command(
                id,
                Preconditions.expected(ifMatch),
                request.keep(),
                take == null ? List.of() : take,
                request.happenedAt()),
            key);
    return proposed
        .created()
        .response(
            proposed.merge().version(),
            new ProposedView(proposed.merge().id(), id, proposed.merge().state()));
  }

  private Response view(UUID id) {
    DuplicateQueue.Whole whole =
        queue.whole(id).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    return Response.ok(DuplicateView.of(whole, today()))
        .header(HttpHeaders.ETAG, ETags.of(whole.line().pair().version()))
        .build();
  }

  private LocalDate today() {
    return KarachiTime.day(clock.instant());
  }
}
