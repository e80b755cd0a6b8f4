package org.hifazat.referral.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.hifazat.referral.StandardWebhooks;
import org.junit.jupiter.api.Test;

class SharedSecretTest {
  /** What the public libraries of Standard Webhooks are tested with. */
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final long SECOND = 1_614_265_330L;
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);

  @Test
  void itSignsAsThePublicLibrariesDo() {
    assertThat(SharedSecret.parse(SECRET).sign(ID, SECOND, BODY))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void aNewSecretIsReadBackEqualAndAnotherIdTimeBodyOrSecretDoesNotVerify() {
    String secret = SharedSecret.generate().secret();
    String signature = SharedSecret.parse(secret).sign(ID, SECOND, BODY);
    assertThat(verified(secret, ID, SECOND, signature, BODY)).isTrue();
    assertThat(verified(secret, ID + "x", SECOND, signature, BODY)).isFalse();
    assertThat(verified(secret, ID, SECOND + 1, signature, BODY)).isFalse();
    assertThat(verified(secret, ID, SECOND, signature, "{}".getBytes(UTF_8))).isFalse();
    assertThat(verified(secret, ID, SECOND, signature.replace("v1,", "v1a,"), BODY)).isFalse();
    assertThat(verified(SharedSecret.generate().secret(), ID, SECOND, signature, BODY)).isFalse();
  }

  @Test
  void whatIsNoSecretIsRefused() {
    for (String text :
        new String[] {"", "whsk_AAAA", "whsec_", "whsec_AAAA", "whsec_" + "AAAA".repeat(22)}) {
      assertThatThrownBy(() -> SharedSecret.parse(text))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static boolean verified(
      String secret, String id, long second, String signature, byte[] body) {
    return StandardWebhooks.verified(
        secret, id, second, signature, body, Instant.ofEpochSecond(second));
  }
}
