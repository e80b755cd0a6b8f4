package org.hifazat.referral.onward.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.platform.web.ETags;
import org.hifazat.referral.onward.ReferralReturn;
import org.hifazat.referral.onward.ReturnQueries;
import org.jspecify.annotations.Nullable;

/**
 * What an agency sends back or proposes onward.
 *
 * @param kind back or onward
 * @param serviceId the service proposed; of onward only
 * @param reasonCode of the list of reasons
 * @param words absent where nothing may be shared any more
 * @param consentBy child or caregiver
 * @param answer taken-up or declined; absent while nobody answered
 * @param onwardReferralId the referral it was taken up with; for the sender only
 * @param etag for If-Match when answering
 */
public record ReturnView(
    UUID id,
    String kind,
    @Nullable UUID serviceId,
    String reasonCode,
    @Nullable String words,
    String consentBy,
    Instant consentAt,
    Instant recordedAt,
    @Nullable String answer,
    @Nullable String answerWords,
    @Nullable Instant answeredAt,
    @Nullable UUID onwardReferralId,
    String etag) {

  /**
   * @param items newest first
   */
  public record ReturnList(List<ReturnView> items) {}

  static ReturnList forSender(List<ReturnQueries.Whole> all) {
    return new ReturnList(all.stream().map(whole -> of(whole, true)).toList());
  }

  /** Where a child went after it is not the agency's to know. */
  static ReturnList forAgency(List<ReturnQueries.Whole> all) {
    return new ReturnList(all.stream().map(whole -> of(whole, false)).toList());
  }

  private static ReturnView of(ReturnQueries.Whole whole, boolean sender) {
    ReferralReturn made = whole.made();
    return new ReturnView(
        made.id(),
        made.kind(),
        made.serviceId().orElse(null),
        made.reasonCode(),
        whole.words(),
        made.consentBy(),
        made.consentAt(),
        made.recordedAt(),
        made.answer().orElse(null),
        whole.answerWords(),
        made.answeredAt().orElse(null),
        sender ? made.onwardReferralId().orElse(null) : null,
        ETags.of(made.version()));
  }
}
