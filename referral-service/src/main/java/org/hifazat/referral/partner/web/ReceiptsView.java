package org.hifazat.referral.partner.web;

import java.time.Instant;
import java.util.List;
import org.hifazat.referral.partner.Receipts;
import org.hifazat.referral.requests.Readings;
import org.jspecify.annotations.Nullable;

/**
 * What of a referral arrived where, and when. Messages say for themselves when they were read.
 *
 * @param agency when the agency read the packet; absent while it did not
 * @param sender when the sender read the referral
 * @param notices what went to the agency's system by webhook, oldest first
 */
public record ReceiptsView(
    @Nullable ReadingView agency, @Nullable ReadingView sender, List<NoticeView> notices) {

  /**
   * @param firstReadAt when that side first read it
   * @param currentReadAt when that side first read it as it stands now; absent while it has not
   */
  public record ReadingView(Instant firstReadAt, @Nullable Instant currentReadAt) {

    static ReadingView of(Readings.Reading reading) {
      return new ReadingView(reading.firstAt(), reading.currentAt());
    }
  }

  /**
   * @param type as in referral.requested
   * @param state waiting, delivered or failed
   */
  public record NoticeView(String type, Instant at, String state, @Nullable Instant deliveredAt) {

    static NoticeView of(Receipts.Told told) {
      return new NoticeView(told.type(), told.at(), told.state(), told.deliveredAt());
    }
  }

  static ReceiptsView of(Receipts.Receipt receipt) {
    return new ReceiptsView(
        receipt.byAgency().map(ReadingView::of).orElse(null),
        receipt.bySender().map(ReadingView::of).orElse(null),
        receipt.told().stream().map(NoticeView::of).toList());
  }
}
