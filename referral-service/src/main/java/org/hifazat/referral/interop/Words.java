package org.hifazat.referral.interop;

import java.util.List;
import java.util.Map;
import org.hifazat.referral.packet.PacketItem;
import org.hifazat.referral.requests.Packet;
import org.hifazat.referral.requests.ReferralQueries;
import org.hifazat.referral.requests.partner.PartnerReferralView;
import org.jspecify.annotations.Nullable;

/**
 * What of a referral's words somebody reads: the same as in the other interface, never more.
 *
 * @param packetState whether the packet is read, or why not
 * @param reasonNames what the codes for why it does not go on are called in English
 */
public record Words(
    @Nullable Packet packet,
    PartnerReferralView.@Nullable SummaryView summary,
    @Nullable String packetState,
    @Nullable String statusReason,
    @Nullable String outcomeText,
    @Nullable String addresseeName,
    Map<String, String> reasonNames) {
  /** In lists. */
  static Words none(Map<String, String> reasonNames) {
    return new Words(null, null, null, null, null, null, reasonNames);
  }

  static Words of(PartnerReferralView view, Map<String, String> reasonNames) {
    return new Words(
        view.packet(),
        view.summary(),
        view.packetState(),
        view.statusReason(),
        view.outcome() == null ? null : view.outcome().text(),
        view.addressee() == null ? null : view.addressee().name(),
        reasonNames);
  }

  /** For the side that sent it. */
  static Words of(ReferralQueries.Whole whole, Map<String, String> reasonNames) {
    return new Words(
        whole.packet(),
        null,
        whole.packetState().label(),
        whole.statusReason(),
        whole.outcomeText(),
        whole.addresseeName(),
        reasonNames);
  }

  @Nullable String caseCode() {
    return packet != null ? packet.caseCode() : summary != null ? summary.caseCode() : null;
  }

  @Nullable String requestText() {
    return packet != null ? packet.requestText() : summary != null ? summary.requestText() : null;
  }

  /** Why it does not go on: in somebody's words, or as the code they chose is called. */
  @Nullable String reason(@Nullable String code) {
    return statusReason != null || code == null ? statusReason : reasonNames.get(code);
  }

  List<PacketItem> items() {
    List<PacketItem> items = packet == null ? null : packet.items();
    return items == null ? List.of() : items;
  }
}
