package org.hifazat.cases.closure.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.closure.ClosureReasons;
import org.hifazat.cases.closure.ClosureRule;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** Reasons for closing a case with what each asks for, so that a form can ask it. */
@Path("/v1/closure-reasons")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class ClosureReasonResource {
  private final ClosureReasons reasons;
  private final Clock clock;

  ClosureReasonResource(ClosureReasons reasons, Clock clock) {
    this.reasons = reasons;
    this.clock = clock;
  }

  /** A reason, its words and its rule. */
  public record ClosureReasonView(
      String code,
      String nameEn,
      String nameUr,
      String namePs,
      boolean underReviewOnly,
      @Nullable String maxRisk,
      @Nullable Integer minAge,
      boolean goalsReached,
      int minAttempts,
      int minAttemptDays,
      boolean reviewRequired,
      boolean postClosureCheck) {}

  @GET
  @Performs("LIST_CODES")
  public Page<ClosureReasonView> reasons() {
    return Page.all(
        reasons.chosenByWorkers(KarachiTime.day(clock.instant())).stream()
            .map(ClosureReasonResource::view)
            .toList());
  }

  private static ClosureReasonView view(ClosureReasons.Reason reason) {
    ClosureRule rule = reason.rule();
    return new ClosureReasonView(
        reason.code().code(),
        reason.code().nameEn(),
        reason.code().nameUr(),
        reason.code().namePs(),
        rule.underReviewOnly(),
        rule.maxRisk().orElse(null),
        rule.minAge().orElse(null),
        rule.goalsReached(),
        rule.minAttempts(),
        rule.minAttemptDays(),
        rule.reviewRequired(),
        rule.postClosureCheck());
  }
}
