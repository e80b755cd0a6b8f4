package org.hifazat.cases.duplicates.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.duplicates.AnswerMerge;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** The second person's part of a merge, and undoing it. */
@Path("/v1/merges/{id}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MergeResource {
  private final AnswerMerge answering;

  MergeResource(AnswerMerge answering) {
    this.answering = answering;
  }

  public record AnswerRequest(@NotNull Instant happenedAt) {}

  public record UndoRequest(
      @NotNull @Pattern(regexp = "not-the-same|wrong-way-round|other") String reason,
      @NotNull Instant happenedAt) {}

  /** Where the merge stands now; the pair itself may have gone to the other unit. */
  public record MergeStateView(UUID id, String state) {}

  @POST
  @Path("/confirmation")
  @Performs("CONFIRM_MERGE")
  public MergeStateView confirm(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid AnswerRequest request) {
    answering.confirm(command(id, ifMatch, request.happenedAt()));
    return new MergeStateView(id, "confirmed");
  }

  @POST
  @Path("/refusal")
  @Performs("TURN_DOWN_MERGE")
  public MergeStateView turnDown(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid AnswerRequest request) {
    answering.turnDown(command(id, ifMatch, request.happenedAt()));
    return new MergeStateView(id, "turned-down");
  }

  @POST
  @Path("/undoing")
  @Performs("UNDO_MERGE")
  public MergeStateView undo(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid UndoRequest request) {
    answering.undo(command(id, ifMatch, request.happenedAt()), request.reason());
    return new MergeStateView(id, "undone");
  }

  private static AnswerMerge.Command command(
      UUID id, @Nullable String ifMatch, Instant happenedAt) {
    return new AnswerMerge.Command(id, Preconditions.expected(ifMatch), happenedAt);
  }
}
