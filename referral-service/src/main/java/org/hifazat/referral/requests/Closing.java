package org.hifazat.referral.requests;

/** What may come of closing the loop. */
enum Closing {
  CLOSED,
  NO_ANSWER_YET_OR_CLOSED,
  BEFORE_THE_ANSWER
}
