package org.hifazat.referral.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.Ed25519Verify;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.hifazat.referral.StandardWebhooks;
import org.junit.jupiter.api.Test;

class SigningKeyTest {
  /**
   * The example of the specification's asymmetric signature, with the key public libraries test.
   */
  private static final String SECRET =
      "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg==";

  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final long SECOND = 1_614_265_330L;
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);

  @Test
  void itSignsAsTheSpecificationsExampleDoes() {
    assertThat(SigningKey.parse(SECRET).sign(ID, SECOND, BODY))
        .isEqualTo(
            "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==");
  }

  @Test
  void itsPublicHalfIsWrittenAsTheSpecificationSays() {
    assertThat(SigningKey.parse(SECRET).publicKey())
        .isEqualTo("whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=");
  }

  @Test
  void aNewKeyIsReadBackEqualAndItsSignatureVerifies() {
    SigningKey key = SigningKey.generate();
    SigningKey read = SigningKey.parse(key.secret());
    assertThat(read.publicKey()).isEqualTo(key.publicKey());
    String signature = read.sign(ID, SECOND, BODY);
    assertThat(verified(key.publicKey(), ID, SECOND, signature, BODY)).isTrue();
    assertThat(SigningKey.generate().publicKey()).isNotEqualTo(key.publicKey());
  }

  @Test
  void anotherIdTimeBodyOrKeyDoesNotVerify() {
    SigningKey key = SigningKey.generate();
    String signature = key.sign(ID, SECOND, BODY);
    String mine = key.publicKey();
    assertThat(verified(mine, ID + "x", SECOND, signature, BODY)).isFalse();
    assertThat(verified(mine, ID, SECOND + 1, signature, BODY)).isFalse();
    assertThat(verified(mine, ID, SECOND, signature, "{}".getBytes(UTF_8))).isFalse();
    assertThat(verified(SigningKey.generate().publicKey(), ID, SECOND, signature, BODY)).isFalse();
    assertThat(verified(mine, ID, SECOND, signature.replace("v1a,", "v1,"), BODY)).isFalse();
  }

  @Test
  void duringARotationEitherKeyVerifies() {
    SigningKey fresh = SigningKey.generate();
    SigningKey before = SigningKey.generate();
    Instant now = Instant.ofEpochSecond(SECOND);
    SignedMessage message = SignedMessage.of(ID, now, BODY, List.of(fresh, before));
    assertThat(message.signature().split(" ")).hasSize(2);
    for (SigningKey key : List.of(fresh, before)) {
      assertThat(verified(key.publicKey(), ID, SECOND, message.signature(), BODY)).isTrue();
    }
  }

  /** By another implementation of Ed25519 than the one that signs. */
  @Test
  void anotherPublicLibraryVerifiesIt() throws Exception {
    SigningKey key = SigningKey.generate();
    byte[] signature = Base64.getDecoder().decode(key.sign(ID, SECOND, BODY).substring(4));
    byte[] signed = (ID + "." + SECOND + "." + new String(BODY, UTF_8)).getBytes(UTF_8);
    Ed25519Verify tink =
        new Ed25519Verify(Base64.getDecoder().decode(key.publicKey().substring(5)));
    tink.verify(signature, signed);
    signed[0]++;
    assertThatThrownBy(() -> tink.verify(signature, signed))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void whatIsNoSecretKeyIsRefused() {
    for (String text :
        new String[] {"", "whsec_AAAA", "whsk_", "whsk_AAAA", "whpk_" + SECRET.substring(5)}) {
      assertThatThrownBy(() -> SigningKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static boolean verified(
      String publicKey, String id, long second, String signature, byte[] body) {
    return StandardWebhooks.verified(
        publicKey, id, second, signature, body, Instant.ofEpochSecond(second));
  }
}
