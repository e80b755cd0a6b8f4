package org.hifazat.cases.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.platform.security.RefusedException;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Gives many cases to one worker, each by itself and under every rule of a single assignment: what
 * is refused leaves the others alone, and the report says of each what became of it. A case beyond
 * the caller's reach is answered like one that does not exist.
 */
@ApplicationScoped
public class AssignManyCases {
  private final CasesToAssign selection;
  private final AssignCase assigning;

  AssignManyCases(CasesToAssign selection, AssignCase assigning) {
    this.selection = selection;
    this.assigning = assigning;
  }

  /**
   * @param cases which; null for all open ones that somebody has
   * @param heldBy who has them; null for a list of cases
   * @param handover what the next owner has to know, of all of them
   */
  public record Command(
      @Nullable List<CasesToAssign.One> cases,
      @Nullable UUID heldBy,
      UUID ownerId,
      Instant happenedAt,
      @Nullable String handover,
      @Nullable String reason) {}

  /**
   * @param problem code of what stood against it; null when it was assigned
   * @param band what the load meant; null unless it was assigned
   */
  public record Line(UUID caseId, @Nullable String problem, @Nullable String band) {}

  /**
   * @throws ProblemException filter-missing or too-many-cases; whatever stands against one case is
   *     in its line
   */
  public List<Line> handle(Command command) {
    return selection.of(command).stream().map(one -> assign(command, one)).toList();
  }

  private Line assign(Command command, CasesToAssign.One one) {
    try {
      AssignCase.Assigned assigned =
          assigning.handle(
              new AssignCase.Command(
                  one.caseId(),
                  one.version(),
                  command.ownerId(),
                  command.happenedAt(),
                  command.handover(),
                  command.reason()));
      return new Line(one.caseId(), null, assigned.caseload().band().label());
    } catch (ProblemException problem) {
      return new Line(one.caseId(), problem.type().code(), null);
    } catch (RefusedException refused) {
      return new Line(one.caseId(), CommonProblem.FORBIDDEN.code(), null);
    } catch (OptimisticLockException quicker) {
      return new Line(one.caseId(), CommonProblem.STALE.code(), null);
    }
  }
}
