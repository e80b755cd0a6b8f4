package org.hifazat.referral.access;

import org.hifazat.platform.security.Operation;

/**
 * Everything anybody can ask of this service. Each constant has one rule in {@link ReferralRules}.
 */
public enum ReferralOperation implements Operation {
  LIST_SERVICES,
  MAKE_REFERRAL,
  LIST_REFERRALS_OF_CASE,
  VIEW_REFERRAL,
  CANCEL_REFERRAL,
  CLOSE_LOOP,
  PARTNER_LIST_REFERRALS,
  PARTNER_VIEW_REFERRAL,
  PARTNER_ANSWER_REFERRAL
}
