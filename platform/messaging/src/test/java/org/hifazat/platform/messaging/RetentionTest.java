package org.hifazat.platform.messaging;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetentionTest {
  @Test
  void anInboxThatRemembersLongerThanTheTopicsStarts() {
    assertThatCode(() -> Inbox.requireLonger(Duration.ofDays(45), Duration.ofDays(30)))
        .doesNotThrowAnyException();
  }

  @Test
  void anInboxThatForgetsWhatATopicMayDeliverAgainStopsTheStart() {
    assertThatThrownBy(() -> Inbox.requireLonger(Duration.ofDays(30), Duration.ofDays(30)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("hifazat.messaging.inbox.retention");
  }
}
