package org.hifazat.cases.overview.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
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
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.overview.CaseOverview;
import org.hifazat.cases.task.Task;
import org.hifazat.cases.task.web.TaskView;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Cases of the caller's unit; whole only for the owner and the unit's supervisors. */
@Path("/v1/cases")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class CaseResource {
  private static final String LIST = "cases";
  private static final String DONE = "done-tasks:";

  private final CaseOverview overview;
  private final Cursors cursors;
  private final Clock clock;

  CaseResource(CaseOverview overview, Cursors cursors, Clock clock) {
    this.overview = overview;
    this.cursors = cursors;
    this.clock = clock;
  }

  @GET
  @Performs("LIST_CASES")
  public Page<CaseLineView> list(
      @QueryParam("state") @Pattern(regexp = "open|closed") @Nullable String state,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    LocalDate today = KarachiTime.day(clock.instant());
    List<CaseLineView> rows =
        overview
            .page(
                state == null ? null : CaseFiles.Progress.of(state),
                cursors.verify(LIST, cursor).orElse(null),
                size + 1)
            .stream()
            .map(line -> CaseLineView.of(line, today))
            .toList();
    return Page.cut(rows, size, line -> cursors.sign(LIST, line.openedAt(), line.id()));
  }

  @GET
  @Path("/{id}")
  @Performs("VIEW_CASE")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CaseView.class)))
  public Response one(@PathParam("id") UUID id) {
    int size = Page.DEFAULT_LIMIT;
    CaseOverview.Whole whole =
        overview
            .whole(id, size + 1)
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    Instant now = clock.instant();
    return Response.ok(CaseView.of(whole, done(id, whole.done(), size, now), now))
        .header(HttpHeaders.ETAG, ETags.of(whole.file().version()))
        .build();
  }

  /** Tasks that were done, the latest first; the case itself comes with the first of them. */
  @GET
  @Path("/{caseId}/done-tasks")
  @Performs("VIEW_CASE")
  public Page<TaskView> doneTasks(
      @PathParam("caseId") UUID id,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    return done(
        id,
        overview.done(id, cursors.verify(DONE + id, cursor).orElse(null), size + 1),
        size,
        clock.instant());
  }

  private Page<TaskView> done(UUID id, List<Task> rows, int size, Instant now) {
    return Page.cut(
        rows.stream().map(task -> TaskView.of(task, now)).toList(),
        size,
        last -> cursors.sign(DONE + id, Objects.requireNonNull(last.doneAt()), last.id()));
  }
}
