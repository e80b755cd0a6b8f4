package org.hifazat.cases.assignment.web;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.assignment.AssignManyCases;
import org.hifazat.cases.assignment.CasesToAssign;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

/** Many cases to one worker at once. */
@Path("/v1/case-assignments")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ManyCasesResource {
  private final AssignManyCases assigning;

  ManyCasesResource(AssignManyCases assigning) {
    this.assigning = assigning;
  }

  /**
   * @param etag of the case as it was when it was chosen
   */
  public record ChosenCase(@NotNull UUID caseId, @NotNull String etag) {}

  /**
   * Either the cases or the worker who has them; at most a hundred.
   *
   * @param heldBy all open cases of the unit that this worker has
   * @param handover what the next owner has to know; needed where somebody had a case
   * @param reason why this worker in spite of the load
   */
  public record ManyAssignmentsRequest(
      @Nullable List<@NotNull @Valid ChosenCase> cases,
      @Nullable UUID heldBy,
      @NotNull UUID ownerId,
      @NotNull Instant happenedAt,
      @Nullable @Size(min = 10, max = 4000) String handover,
      @Nullable @Size(min = 5, max = 1000) String reason) {}

  /**
   * @param outcome assigned or refused
   * @param problem the code of what stood against it
   * @param band what the worker's load meant
   */
  public record AssignmentLine(
      UUID caseId, String outcome, @Nullable String problem, @Nullable String band) {}

  /** What became of each, in the order they were named. */
  public record ManyAssignmentsView(int assigned, int refused, List<AssignmentLine> items) {}

  @POST
  @Performs("ASSIGN_MANY_CASES")
  public ManyAssignmentsView assign(@NotNull @Valid ManyAssignmentsRequest request) {
    List<ChosenCase> chosen = request.cases();
    List<AssignmentLine> lines =
        assigning
            .handle(
                new AssignManyCases.Command(
                    chosen == null
                        ? null
                        : chosen.stream()
                            .map(
                                one ->
                                    new CasesToAssign.One(
                                        one.caseId(), Preconditions.expected(one.etag())))
                            .toList(),
                    request.heldBy(),
                    request.ownerId(),
                    request.happenedAt(),
                    request.handover(),
                    request.reason()))
            .stream()
            .map(ManyCasesResource::view)
            .toList();
    int assigned = (int) lines.stream().filter(line -> line.problem() == null).count();
    return new ManyAssignmentsView(assigned, lines.size() - assigned, lines);
  }

  private static AssignmentLine view(AssignManyCases.Line line) {
    return new AssignmentLine(
        line.caseId(),
        line.problem() == null ? "assigned" : "refused",
        line.problem(),
        line.band());
  }
}
