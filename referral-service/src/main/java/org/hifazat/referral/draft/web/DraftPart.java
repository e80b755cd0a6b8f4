package org.hifazat.referral.draft.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.draft.DraftContent;
import org.hifazat.referral.requests.Chosen;
import org.hifazat.referral.requests.WhereTo;
import org.jspecify.annotations.Nullable;

/**
 * A referral as far as it is written: of the fields of a referral to be sent, with their limits,
 * any may be missing.
 *
 * @param serviceId of the directory; or
 * @param recipientId outside it, whom a consent of the case names
 */
public record DraftPart(
    @Nullable UUID serviceId,
    @Nullable UUID recipientId,
    @Nullable @Pattern(regexp = "high|medium|low") String priority,
    @Nullable @Size(max = 60) @Pattern(regexp = "[a-z0-9_-]+") String reasonCode,
    @Nullable @Valid DraftPacketPart packet,
    @Nullable UUID addressee,
    @Nullable @Size(min = 1, max = Chosen.LENGTH) @Pattern(regexp = Chosen.NAME)
        String addresseeName,
    @Nullable UUID partOf,
    @Nullable UUID actionId) {

  /** What the agency is to know. */
  public record DraftPacketPart(
      @Nullable @Pattern(regexp = "0-5|6-11|12-14|15-17|18\\+") String ageBand,
      @Nullable @Pattern(regexp = "female|male|x") String sex,
      @Nullable @Size(max = 20) String language,
      @Nullable @Size(max = 500) String safeContact,
      @Nullable @Size(max = 1000) String safetyWarnings,
      @Nullable @Size(max = 4000) String requestText,
      @Nullable @Size(max = 120) String attention,
      @Nullable @Size(max = 20) List<@NotNull @Valid DraftItemPart> items) {

    private static final DraftPacketPart EMPTY =
        new DraftPacketPart(null, null, null, null, null, null, null, null);
  }

  /**
   * @param text absent while nothing is written, and where a psychologist wrote it and the reader
   *     is none: sent back without, it stays as it is
   * @param because the reason, where the rules ask for one
   * @param orderId the order in force of the case, where the rules ask for one
   */
  public record DraftItemPart(
      @NotBlank @Size(max = 60) String kind,
      @Nullable @Size(max = 4000) String text,
      @Nullable @Size(max = 1000) String because,
      @Nullable UUID orderId) {

    static DraftItemPart of(DraftContent.Item item) {
      return new DraftItemPart(item.kind(), item.text(), item.because(), item.orderId());
    }

    DraftContent.Item item() {
      return new DraftContent.Item(kind, text, because, orderId);
    }
  }

  static DraftPart of(DraftContent content) {
    return new DraftPart(
        content.serviceId(),
        content.recipientId(),
        content.priority(),
        content.reasonCode(),
        new DraftPacketPart(
            content.ageBand(),
            content.sex(),
            content.language(),
            content.safeContact(),
            content.safetyWarnings(),
            content.requestText(),
            content.attention(),
            content.items().stream().map(DraftItemPart::of).toList()),
        content.addressee(),
        content.addresseeName(),
        content.partOf(),
        content.actionId());
  }

  /**
   * @throws ProblemException invalid-value for two recipients
   */
  DraftContent content() {
    WhereTo.requireNotBoth(serviceId, recipientId);
    DraftPacketPart part = packet;
    DraftPacketPart words = part == null ? DraftPacketPart.EMPTY : part;
    List<DraftItemPart> items = words.items();
    return new DraftContent(
        serviceId,
        recipientId,
        priority,
        reasonCode,
        words.ageBand(),
        words.sex(),
        words.language(),
        words.safeContact(),
        words.safetyWarnings(),
        words.requestText(),
        words.attention(),
        items == null ? List.of() : items.stream().map(DraftItemPart::item).toList(),
        addressee,
        addresseeName,
        partOf,
        actionId);
  }
}
