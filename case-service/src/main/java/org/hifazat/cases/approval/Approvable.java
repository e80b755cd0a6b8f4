package org.hifazat.cases.approval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.lifecycle.Blocker;
import org.hifazat.cases.lifecycle.Step;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A kind of thing supervisors approve. Every CDI bean of this type is one kind: with it workers can
 * request, supervisors decide, and the steps it is needed for wait. All methods run in the
 * transaction of the request and change nothing unless they say so.
 */
public interface Approvable {
  /** Kebab-case and unique: registration, assessment, case-plan, closure … */
  String kind();

  /** Steps that wait until the current thing of this kind is approved in this episode. */
  Set<Step> neededFor();

  /** The thing an approval has to be about to count today; empty when there is none yet. */
  Optional<UUID> current(CaseFile file);

  /**
   * What is submitted, to be frozen.
   *
   * @throws ProblemException approval-nothing-to-approve when there is nothing to approve yet, or
   *     any problem of the feature when it is not ready
   */
  Submission submit(CaseFile file);

  /**
   * The answer, in its transaction: what follows from it is done here.
   *
   * @throws ProblemException when approving cannot be, which takes the answer back
   */
  default void decided(CaseFile file, Decision decision) {}

  /** The request was taken back, in its transaction. */
  default void withdrawn(CaseFile file, UUID subjectId) {}

  /** Whether something newer has come since this was asked for, so that it cannot be approved. */
  default boolean isOvertaken(CaseFile file, UUID subjectId) {
    return false;
  }

  /** Blockers a supervisor has to know of before approving; shown with the request. */
  default List<Blocker> open(CaseFile file) {
    return List.of();
  }

  /**
   * @param subjectId the thing (a plan's version, an assessment …)
   * @param subjectVersion its version, for things that have one
   * @param content what it says, frozen and encrypted with the request
   */
  record Submission(UUID subjectId, long subjectVersion, List<Fact> content) {}

  /**
   * @param overrideReason why a closure goes ahead although gates are shut; null otherwise
   */
  record Decision(
      UUID approvalId,
      UUID subjectId,
      boolean approved,
      UUID by,
      Instant requestedAt,
      Instant at,
      @Nullable String overrideReason) {}
}
