package org.hifazat.referral.notice.web;

import java.util.List;
import java.util.UUID;
import org.hifazat.referral.notice.NoticeAddresses;

/**
 * Addresses of one agency; at most ten.
 *
 * @param items oldest first
 */
public record NoticeAddressList(List<NoticeAddresses.Address> items) {
  public record Added(UUID id) {}
}
