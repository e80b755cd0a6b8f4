package org.hifazat.referral.link.web;

import java.time.Instant;
import org.hifazat.referral.link.SecureLink;
import org.hifazat.referral.requests.Packet;
import org.hifazat.referral.requests.PacketState;
import org.hifazat.referral.requests.Referral;
import org.hifazat.referral.requests.ReferralQueries;
import org.hifazat.referral.requests.partner.PartnerReferralView;
import org.hifazat.referral.requests.web.ReferralView;
import org.jspecify.annotations.Nullable;

/**
 * A referral as whoever opened a link reads it: a summary until the yes, then the packet, and
 * nothing of the case besides.
 *
 * @param status requested, accepted, in-progress and on-hold may be answered
 * @param packet absent unless packetState is readable
 * @param packetState readable; unclaimed (nobody has said yes yet) or with-a-colleague (somebody of
 *     the agency has taken it), time-over, consent-ended or taken-back
 * @param summary what is seen until the packet is readable; absent when it is read, or no more
 * @param messageSent the one message was written
 * @param sessionUntil until when the link may be worked with
 */
public record LinkReferralView(
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
    String packetState,
    PartnerReferralView.@Nullable SummaryView summary,
    ReferralView.@Nullable OutcomeView outcome,
    boolean messageSent,
    Instant sessionUntil) {

  static LinkReferralView of(ReferralQueries.Whole whole, SecureLink link) {
    Referral referral = whole.referral();
    return new LinkReferralView(
        referral.category(),
        referral.status().label(),
        PartnerReferralView.silent(whole) ? null : whole.statusReason(),
        referral.statusCode().orElse(null),
        referral.priority(),
        referral.reasonCode(),
        referral.authoredAt(),
        referral.respondBy(),
        referral.completeBy(),
        whole.packetState() == PacketState.READABLE ? whole.packet().disclosed() : null,
        whole.packetState().label(),
        PartnerReferralView.SummaryView.of(whole),
        PartnerReferralView.outcome(whole),
        link.messageAt().isPresent(),
        link.sessionUntil().orElseThrow());
  }
}
