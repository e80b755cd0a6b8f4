package org.hifazat.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.hifazat.platform.persistence.keys.KeyFiles;
import org.hifazat.platform.persistence.keys.TestKeyring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTokensTest {
  @TempDir Path folder;

  @Test
  void equalValuesOfOnePurposeMeetInSixteenBytes() {
    SearchTokens tokens = tokens("keys");
    assertThat(tokens.token("phone", "03001234567"))
        .hasSize(16)
        .isEqualTo(tokens("keys").token("phone", "03001234567"));
  }

  @Test
  void otherValuesPurposesAndKeysDoNotMeet() {
    byte[] token = tokens("keys").token("phone", "03001234567");
    assertThat(tokens("keys").token("phone", "03001234568")).isNotEqualTo(token);
    assertThat(tokens("keys").token("cnic", "03001234567")).isNotEqualTo(token);
    assertThat(tokens("other").token("phone", "03001234567")).isNotEqualTo(token);
  }

  @Test
  void aPurposeCannotBorrowTheBeginningOfAValue() {
    SearchTokens tokens = tokens("keys");
    assertThat(tokens.token("a", "bc")).isNotEqualTo(tokens.token("ab", "c"));
  }

  private SearchTokens tokens(String name) {
    Path keys = folder.resolve(name);
    KeyFiles.createMissing(keys);
    return new SearchTokens(TestKeyring.from(keys));
  }
}
