package org.hifazat.referral.requests.partner;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.referral.requests.Packet;
import org.hifazat.referral.requests.Referral;
import org.hifazat.referral.requests.ReferralQueries;
import org.hifazat.referral.requests.web.ReferralView;
import org.jspecify.annotations.Nullable;

/**
 * A referral as the agency reads it: the packet and nothing of the case besides.
 *
 * @param statusCode consent-withdrawn or consent-lapsed, where that cancelled it
 * @param packet absent once consent to sharing has ended
 */
public record PartnerReferralView(
    UUID id,
    UUID serviceId,
    String category,
    String status,
    @Nullable String statusReason,
    @Nullable String statusCode,
    String priority,
    String reasonCode,
    Instant authoredAt,
    Instant respondBy,
    Instant completeBy,
    @Nullable Packet packet,
    ReferralView.@Nullable OutcomeView outcome,
    List<ReferralView.StepView> history,
    Instant lastModified) {

  static PartnerReferralView of(ReferralQueries.Whole whole) {
    Referral referral = whole.referral();
    return new PartnerReferralView(
        referral.id(),
        referral.serviceId(),
        referral.category(),
        referral.status().label(),
        whole.statusReason(),
        referral.statusCode().orElse(null),
        referral.priority(),
        referral.reasonCode(),
        referral.authoredAt(),
        referral.respondBy(),
        referral.completeBy(),
        referral.packetClosedAt().isPresent() ? null : whole.packet(),
        ReferralView.OutcomeView.of(whole),
        whole.steps().stream().map(ReferralView.StepView::of).toList(),
        referral.lastModified());
  }

  /** A line of the agency's list. */
  public record Line(
      UUID id,
      UUID serviceId,
      String category,
      String status,
      String priority,
      Instant authoredAt,
      Instant respondBy,
      Instant completeBy,
      Instant lastModified) {

    static Line of(Referral referral) {
      return new Line(
          referral.id(),
          referral.serviceId(),
          referral.category(),
          referral.status().label(),
          referral.priority(),
          referral.authoredAt(),
          referral.respondBy(),
          referral.completeBy(),
          referral.lastModified());
    }
  }
}
