package org.hifazat.referral.access;

import org.hifazat.platform.security.Operation;

/**
 * Everything anybody can ask of this service. Each constant has one rule in {@link ReferralRules}.
 */
public enum ReferralOperation implements Operation {
  // The service directory.
  LIST_SERVICES,
  READ_DIRECTORY,
  KEEP_SERVICE,
  IMPORT_DIRECTORY,
  EXPORT_DIRECTORY,
  ASK_CAPACITY,
  LIST_CAPACITY_QUESTIONS,
  PARTNER_LIST_CAPACITY_QUESTIONS,
  PARTNER_ANSWER_CAPACITY,
  RECORD_GAP,
  LIST_GAPS,
  // Referrals.
  MAKE_REFERRAL,
  LIST_REFERRALS_OF_CASE,
  VIEW_REFERRAL,
  CANCEL_REFERRAL,
  CLOSE_LOOP,
  PARTNER_LIST_REFERRALS,
  PARTNER_VIEW_REFERRAL,
  PARTNER_ANSWER_REFERRAL,
  // webhooks
  LIST_WEBHOOKS,
  ADD_WEBHOOK,
  VIEW_WEBHOOK,
  CHANGE_WEBHOOK,
  DELETE_WEBHOOK,
  TEST_WEBHOOK,
  REPLAY_WEBHOOK
}
