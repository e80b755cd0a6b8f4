package org.hifazat.referral.interop;

import java.util.List;
import org.hifazat.referral.packet.PacketItem;
import org.hifazat.referral.requests.Packet;
import org.hifazat.referral.requests.ReferralQueries;
import org.hifazat.referral.requests.partner.PartnerReferralView;
import org.jspecify.annotations.Nullable;

/**
 * What of a referral's words somebody reads: the same as in the other interface, never more.
 *
 * @param packetState whether the packet is read, or why not
 */
public record Words(
    @Nullable Packet packet,
    PartnerReferralView.@Nullable SummaryView summary,
    @Nullable String packetState,
    @Nullable String statusReason,
    @Nullable String outcomeText,
    @Nullable String addresseeName) {
  /** In lists. */
  static final Words NONE = new Words(null, null, null, null, null, null);

  public static Words of(PartnerReferralView view) {
    return new Words(
        view.packet(),
        view.summary(),
        view.packetState(),
        view.statusReason(),
        view.outcome() == null ? null : view.outcome().text(),
        view.addressee() == null ? null : view.addressee().name());
  }

  /** For the side that sent it. */
  public static Words of(ReferralQueries.Whole whole) {
    return new Words(
        whole.packet(),
        null,
        whole.packetState().label(),
        whole.statusReason(),
        whole.outcomeText(),
        whole.addresseeName());
  }

  @Nullable String caseCode() {
    return packet != null ? packet.caseCode() : summary != null ? summary.caseCode() : null;
  }

  @Nullable String requestText() {
    return packet != null ? packet.requestText() : summary != null ? summary.requestText() : null;
  }

  List<PacketItem> items() {
    List<PacketItem> items = packet == null ? null : packet.items();
    return items == null ? List.of() : items;
  }
}
