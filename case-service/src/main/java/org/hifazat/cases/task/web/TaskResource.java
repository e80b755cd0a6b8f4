package org.hifazat.cases.task.web;

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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hifazat.cases.task.CompleteTask;
import org.hifazat.cases.task.ReassignTask;
import org.hifazat.cases.task.Task;
import org.hifazat.cases.task.TaskQueries;
import org.hifazat.cases.task.UnitTasks;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.ETags;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** The caller's deadlines. */
@Path("/v1/tasks")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TaskResource {
  private static final String LIST = "own-tasks";
  private static final String OVERDUE = "overdue-tasks";

  private final TaskQueries queries;
  private final UnitTasks unit;
  private final CompleteTask completion;
  private final ReassignTask reassignment;
  private final Cursors cursors;
  private final Clock clock;

  TaskResource(
      TaskQueries queries,
      UnitTasks unit,
      CompleteTask completion,
      ReassignTask reassignment,
      Cursors cursors,
      Clock clock) {
    this.queries = queries;
    this.unit = unit;
    this.completion = completion;
    this.reassignment = reassignment;
    this.cursors = cursors;
    this.clock = clock;
  }

  /** When it was done, and what came of it. */
  public record TaskCompletionRequest(
      @NotNull Instant happenedAt, @Nullable @Size(min = 1, max = 2000) String note) {}

  /** Who has the task from now on, and why. */
  public record TaskReassignmentRequest(
      @NotNull UUID ownerId, @NotBlank @Size(max = 1000) String reason) {}

  @GET
  @Performs("LIST_OWN_TASKS")
  public Page<TaskView> own(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    Instant now = clock.instant();
    List<TaskView> rows =
        queries.own(cursors.verify(LIST, cursor).orElse(null), size + 1).stream()
            .map(task -> TaskView.of(task, now))
            .toList();
    return Page.cut(rows, size, task -> cursors.sign(LIST, task.dueAt(), task.id()));
  }

  /** All overdue tasks of the unit, the oldest first, or one worker's. */
  @GET
  @Path("/overdue")
  @Performs("LIST_UNIT_TASKS")
  public Page<TaskView> overdue(
      @QueryParam("ownerId") @Nullable UUID ownerId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Page.limit(limit);
    Instant now = clock.instant();
    List<TaskView> rows =
        unit.overdue(ownerId, cursors.verify(OVERDUE, cursor).orElse(null), size + 1).stream()
            .map(task -> TaskView.of(task, now))
            .toList();
    return Page.cut(rows, size, task -> cursors.sign(OVERDUE, task.dueAt(), task.id()));
  }

  @GET
  @Path("/by-worker")
  @Performs("LIST_UNIT_TASKS")
  public Page<UnitTasks.Load> byWorker() {
    return Page.all(unit.byWorker());
  }

  @POST
  @Path("/{id}/reassignment")
  @Performs("REASSIGN_TASK")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TaskView.class)))
  public Response reassign(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid TaskReassignmentRequest request) {
    long expected = Preconditions.expected(ifMatch);
    Task task =
        reassignment.handle(
            new ReassignTask.Command(id, expected, request.ownerId(), request.reason()));
    return Response.ok(TaskView.of(task, clock.instant()))
        .header(HttpHeaders.ETAG, ETags.of(task.version()))
        .build();
  }

  @POST
  @Path("/{id}/completion")
  @Performs("COMPLETE_TASK")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TaskView.class)))
  public Response complete(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid TaskCompletionRequest request) {
    long expected = Preconditions.expected(ifMatch);
    Task task =
        completion.handle(
            new CompleteTask.Command(id, expected, request.happenedAt(), request.note()));
    return Response.ok(TaskView.of(task, clock.instant()))
        .header(HttpHeaders.ETAG, ETags.of(task.version()))
        .build();
  }
}
