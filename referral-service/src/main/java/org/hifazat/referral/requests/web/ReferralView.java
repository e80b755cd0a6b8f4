package org.hifazat.referral.requests.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.referral.requests.HandedOver;
import org.hifazat.referral.requests.Handling;
import org.hifazat.referral.requests.Packet;
import org.hifazat.referral.requests.Referral;
import org.hifazat.referral.requests.ReferralQueries;
import org.hifazat.referral.requests.ReferralStep;
import org.hifazat.referral.requests.Side;
import org.jspecify.annotations.Nullable;

/**
 * A referral as its sender reads it.
 *
 * @param recipientId instead of service and agency: somebody whom a consent of the case names and
 *     no directory has
 * @param statusCode why, by code of the list of status reasons
 * @param packetState readable, time-over, consent-ended or taken-back: for the agency; the sender
 *     reads it always
 * @param claimedByLink whoever has it said yes by a secure link
 * @param addressee the one person of the agency it is meant for; absent for its queue
 * @param handovers how it went from one to another there, or into the queue
 * @param actionId the action of the case plan it is to carry out
 * @param answeredLate the agency's first answer came after respondBy
 */
public record ReferralView(
    UUID id,
    UUID caseId,
    @Nullable UUID serviceId,
    @Nullable UUID agencyId,
    @Nullable UUID recipientId,
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
    String packetState,
    @Nullable Instant packetUntil,
    @Nullable UUID partOf,
    @Nullable UUID actionId,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant claimedAt,
    @Nullable String claimedName,
    boolean claimedByLink,
    @Nullable MeantForView addressee,
    List<HandedOver> handovers,
    boolean answeredLate,
    @Nullable OutcomeView outcome,
    List<StepView> history,
    @Nullable Instant loopClosedAt) {

  /**
   * @param code of the list of outcomes: provided, partly-provided or not-provided
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

  /** Whom at the agency it is meant for, by what they were called when they were chosen. */
  public record MeantForView(UUID id, @Nullable String name) {
    static @Nullable MeantForView of(ReferralQueries.Whole whole) {
      return whole
          .referral()
          .addressee()
          .map(id -> new MeantForView(id, whole.addresseeName()))
          .orElse(null);
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

  private static boolean answeredLate(ReferralQueries.Whole whole) {
    return whole.steps().stream()
        .filter(step -> step.side().equals(Side.TARGET.label()))
        .findFirst()
        .filter(step -> step.at().isAfter(whole.referral().respondBy()))
        .isPresent();
  }

  public static ReferralView of(ReferralQueries.Whole whole) {
    Referral referral = whole.referral();
    return new ReferralView(
        referral.id(),
        referral.caseId(),
        referral.serviceId().orElse(null),
        referral.agencyId().orElse(null),
        referral.recipient().outside().orElse(null),
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
        whole.packetState().label(),
        referral.packetUntil().orElse(null),
        referral.partOf().orElse(null),
        referral.actionId().orElse(null),
        referral.handling().flatMap(Handling::acknowledgedAt).orElse(null),
        referral.handling().flatMap(Handling::claimedAt).orElse(null),
        whole.claimedName(),
        referral.handling().filter(Handling::isByLink).isPresent(),
        MeantForView.of(whole),
        whole.handovers(),
        answeredLate(whole),
        OutcomeView.of(whole),
        whole.steps().stream().map(StepView::of).toList(),
        referral.loopClosedAt().orElse(null));
  }
}
