package org.hifazat.referral.requests.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.referral.requests.Packet;
import org.hifazat.referral.requests.Referral;
import org.hifazat.referral.requests.ReferralQueries;
import org.hifazat.referral.requests.ReferralStep;
import org.jspecify.annotations.Nullable;

/** A referral as its sender reads it. */
public record ReferralView(
    UUID id,
    UUID caseId,
    UUID serviceId,
    UUID agencyId,
    String category,
    String status,
    @Nullable String statusReason,
    @Nullable String statusCode,
    String priority,
    String reasonCode,
    boolean consentOverridden,
    Instant authoredAt,
    Instant recordedAt,
    Instant respondBy,
    Instant completeBy,
    Packet packet,
    @Nullable OutcomeView outcome,
    List<StepView> history,
    @Nullable Instant loopClosedAt) {

  /**
   * @param code provided, partly-provided or not-provided
   */
  public record OutcomeView(String code, @Nullable String text, Instant at) {

    public static @Nullable OutcomeView of(ReferralQueries.Whole whole) {
      Referral referral = whole.referral();
      return referral.outcomeCode().isEmpty()
          ? null
          : new OutcomeView(
              referral.outcomeCode().get(),
              whole.outcomeText(),
              referral.outcomeAt().orElseThrow());
    }
  }

  /**
   * @param by requester or target
   */
  public record StepView(String from, String to, Instant at, String by) {
    public static StepView of(ReferralStep step) {
      return new StepView(step.from(), step.to(), step.at(), step.side());
    }
  }

  static ReferralView of(ReferralQueries.Whole whole) {
    Referral referral = whole.referral();
    return new ReferralView(
        referral.id(),
        referral.caseId(),
        referral.serviceId(),
        referral.agencyId(),
        referral.category(),
        referral.status().label(),
        whole.statusReason(),
        referral.statusCode().orElse(null),
        referral.priority(),
        referral.reasonCode(),
        referral.consentOverridden(),
        referral.authoredAt(),
        referral.recordedAt(),
        referral.respondBy(),
        referral.completeBy(),
        whole.packet(),
        OutcomeView.of(whole),
        whole.steps().stream().map(StepView::of).toList(),
        referral.loopClosedAt().orElse(null));
  }
}
