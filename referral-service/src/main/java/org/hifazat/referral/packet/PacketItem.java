package org.hifazat.referral.packet;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something of the case that goes into a packet besides the least every agency gets.
 *
 * @param level as it was released: service, sensitive, clinical or status
 * @param because why it is released where that needs a reason; the agency does not see it
 * @param orderId the order of the case that asks for it; the agency does not see it
 */
public record PacketItem(
    String kind, String level, String text, @Nullable String because, @Nullable UUID orderId) {
  /** Named so that no reader of packets takes it for a property. */
  public boolean hasLevel(String asked) {
    return level.equals(asked);
  }
}
