package org.hifazat.referral.webhook.web;

import org.hifazat.referral.webhook.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What became of a test call.
 *
 * @param outcome delivered, refused, redirected, gone, name-unknown, address-refused, unreachable,
 *     timed-out or tls-failed
 * @param status the receiver's HTTP status, when it answered
 */
public record TestCallView(String outcome, @Nullable Integer status) {
  static TestCallView of(Answer answer) {
    return switch (answer) {
      case Answer.Status(int code, var any) -> new TestCallView(answer.label(), code);
      case Answer.None none -> new TestCallView(none.label(), null);
    };
  }
}
