package org.hifazat.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {

  private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123456Z");
  private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-000000000001");

  private final Cursors cursors = new Cursors(keyed("one"));

  @Test
  void whatWasSignedIsReadBack() {
    assertThat(cursors.verify("things", cursors.sign("things", AT, ID)))
        .contains(new Cursor(AT, ID));
  }

  @Test
  void noCursorIsTheFirstPage() {
    assertThat(cursors.verify("things", null)).isEqualTo(Optional.empty());
    assertThat(cursors.verify("things", "")).isEqualTo(Optional.empty());
  }

  @Test
  void everyChangedCharacterIsRefused() {
    String cursor = cursors.sign("things", AT, ID);
    for (int place = 0; place < cursor.length(); place++) {
      // The last character of Base64 has unused bits: flip a used one.
      char other = cursor.charAt(place) == 'A' ? 'Q' : 'A';
      assertRefused(
          cursors, "things", cursor.substring(0, place) + other + cursor.substring(place + 1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "%%%", "AAAA", "2026-03-01T12:00:00Z,0198c0de"})
  void whatIsNoCursorIsRefused(String cursor) {
    assertRefused(cursors, "things", cursor);
  }

  @Test
  void aCursorOfAnotherListOrAnotherServiceIsRefused() {
    assertRefused(cursors, "things", cursors.sign("others", AT, ID));
    assertRefused(cursors, "things", new Cursors(keyed("two")).sign("things", AT, ID));
  }

  private static void assertRefused(Cursors cursors, String list, String cursor) {
    assertThatThrownBy(() -> cursors.verify(list, cursor))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(CommonProblem.INVALID_VALUE));
  }

  private static KeyedHash keyed(String key) {
    return (purpose, text) -> {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal((purpose + '\n' + text).getBytes(StandardCharsets.UTF_8));
      } catch (NoSuchAlgorithmException | InvalidKeyException fault) {
        throw new IllegalStateException(fault);
      }
    };
  }
}
