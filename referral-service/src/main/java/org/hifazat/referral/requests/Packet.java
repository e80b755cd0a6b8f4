package org.hifazat.referral.requests;

import java.util.List;
import java.util.function.UnaryOperator;
import org.hifazat.referral.packet.PacketItem;
import org.jspecify.annotations.Nullable;

/**
 * The least an agency needs to know, and all it ever gets.
 *
 * @param caseCode the case's number; no name travels
 * @param ageBand 0-5, 6-11, 12-14, 15-17 or 18+
 * @param safeContact how to reach the child or family without putting them in danger
 * @param safetyWarnings what a visitor must know to be and keep safe
 * @param attention whom at the agency it is meant for; nobody in particular when absent
 * @param items what was released besides
 */
public record Packet(
    String caseCode,
    String ageBand,
    String sex,
    String language,
    String safeContact,
    @Nullable String safetyWarnings,
    String requestText,
    @Nullable String attention,
    @Nullable List<PacketItem> items) {

  public Packet {
    items = items == null || items.isEmpty() ? null : List.copyOf(items);
  }

  /** As colleagues of the psychologist read it: what kind it is, and no word of it. */
  Packet withoutClinical() {
    return with(
        item ->
            item.hasLevel("clinical")
                ? new PacketItem(item.kind(), item.level(), "", null, null)
                : item);
  }

  /** As the agency reads it: why something was released is the sender's. */
  public Packet disclosed() {
    return with(item -> new PacketItem(item.kind(), item.level(), item.text(), null, null));
  }

  /** Kinds of item in it. */
  public List<String> kinds() {
    List<PacketItem> all = items;
    return all == null ? List.of() : all.stream().map(PacketItem::kind).toList();
  }

  private Packet with(UnaryOperator<PacketItem> change) {
    List<PacketItem> all = items;
    return all == null
        ? this
        : new Packet(
            caseCode,
            ageBand,
            sex,
            language,
            safeContact,
            safetyWarnings,
            requestText,
            attention,
            all.stream().map(change).toList());
  }
}
