package org.hifazat.cases.followup.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.hifazat.cases.followup.FollowUp;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * How a contact went.
 *
 * @param kind what it was in the end, a code of list follow-up-kind
 * @param childSeen for held
 * @param seenAlone for held: without anybody who might keep the child from speaking
 * @param riskChange for held
 * @param missedReason for missed, a code of list missed-reason
 */
public record OutcomeRequest(
    @NotNull @Pattern(regexp = "held|missed") String result,
    @NotNull @Size(min = 1, max = 40) String kind,
    @NotNull Instant happenedAt,
    @Nullable Boolean childSeen,
    @Nullable Boolean seenAlone,
    @Nullable @Pattern(regexp = "lower|same|higher") String riskChange,
    @Nullable @Size(min = 1, max = 40) String missedReason,
    @Nullable @Size(min = 1, max = 4000) String note) {

  /**
   * @throws ProblemException unprocessable when it says of a held contact what belongs to a missed
   *     one, or too little
   */
  FollowUp.Outcome toOutcome() {
    boolean nothingHeld = childSeen == null && seenAlone == null && riskChange == null;
    if (result.equals("missed") && missedReason != null && nothingHeld) {
      return new FollowUp.Outcome.Missed(kind, happenedAt, missedReason);
    }
    if (result.equals("held")
        && childSeen != null
        && seenAlone != null
        && riskChange != null
        && missedReason == null) {
      return new FollowUp.Outcome.Held(kind, happenedAt, childSeen, seenAlone, riskChange);
    }
    throw new ProblemException(CommonProblem.UNPROCESSABLE);
  }
}
