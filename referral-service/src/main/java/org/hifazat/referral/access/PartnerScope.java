package org.hifazat.referral.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a client of an agency may be limited to. Whatever is in no scope keeps something of the
 * whole agency's, and is done by a client without limits only.
 */
public enum PartnerScope {
  READ(
      ReferralOperation.PARTNER_LIST_REFERRALS,
      ReferralOperation.PARTNER_VIEW_REFERRAL,
      ReferralOperation.PARTNER_READ_THREAD,
      ReferralOperation.PARTNER_READ_FEEDBACK,
      ReferralOperation.PARTNER_LIST_RETURNS,
      ReferralOperation.PARTNER_LIST_CAPACITY_QUESTIONS),
  ANSWER(
      ReferralOperation.PARTNER_ANSWER_REFERRAL,
      ReferralOperation.PARTNER_RETURN_REFERRAL,
      ReferralOperation.PARTNER_WRITE_THREAD,
      ReferralOperation.PARTNER_ANSWER_CAPACITY),
  ATTACH(ReferralOperation.PARTNER_ATTACH);

  /** Names nobody and no referral. */
  static final Set<String> FOR_ALL =
      Set.of(ReferralOperation.LIST_REFERRAL_CODES.name(), ReferralOperation.READ_DIRECTORY.name());

  private final Set<ReferralOperation> operations;

  PartnerScope(ReferralOperation... operations) {
    this.operations = Set.of(operations);
  }

  static Optional<PartnerScope> of(String operation) {
    return Arrays.stream(values())
        .filter(scope -> scope.operations.stream().anyMatch(one -> one.name().equals(operation)))
        .findFirst();
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
