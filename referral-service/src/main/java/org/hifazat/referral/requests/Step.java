package org.hifazat.referral.requests;

/** What may come of a step of a referral. */
sealed interface Step {
  record Made(ReferralStatus from) implements Step {}

  record NotAllowed() implements Step {}

  record BeforeTheReferral() implements Step {}

  record BeforeTheLastStep() implements Step {}
}
