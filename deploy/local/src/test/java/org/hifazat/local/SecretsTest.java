package org.hifazat.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir Path folder;

  @Test
  void aSecretIsMadeOnceAndKept() {
    String first = new Secrets(folder).of("database");
    assertThat(first).hasSizeGreaterThanOrEqualTo(43);
    assertThat(new Secrets(folder).of("database")).isEqualTo(first);
    assertThat(new Secrets(folder).of("other")).isNotEqualTo(first);
  }

  @Test
  void aPasswordForPeopleHasFourGroupsWithoutLettersThatLookAlike() {
    assertThat(new Secrets(folder).readable("demo"))
        .matches("[a-hj-km-np-z2-9]{4}(-[a-hj-km-np-z2-9]{4}){3}");
  }

  @Test
  void onlyTheOwnerMayReadWhatIsWritten() throws IOException {
    new Secrets(folder.resolve("keys")).of("database");
    PartnerKey.of(folder.resolve("keys"), "partner");
    try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
      assertThat(files.toList())
          .hasSize(3)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))))
        .isEqualTo("rwx------");
  }

  @Test
  void thePublicKeySetDoesNotHoldThePrivatePart() throws IOException {
    PartnerKey key = PartnerKey.of(folder, "partner");
    assertThat(Files.readString(key.privateJwk())).contains("\"d\":");
    assertThat(Files.readString(key.publicJwks()))
        .contains("\"kid\":\"partner-1\"")
        .doesNotContain("\"d\":");
  }

  @Test
  void thePartnersKeyStaysTheSame() throws IOException {
    String first = Files.readString(PartnerKey.of(folder, "partner").publicJwks());
    assertThat(Files.readString(PartnerKey.of(folder, "partner").publicJwks())).isEqualTo(first);
  }

  @Test
  void aCoordinateIsAlways32BytesLong() {
    Base64.Decoder decoder = Base64.getUrlDecoder();
    assertThat(decoder.decode(PartnerKey.encoded(BigInteger.ONE))).hasSize(32).endsWith(1);
    // the highest bit set: BigInteger writes a sign byte more
    assertThat(decoder.decode(PartnerKey.encoded(BigInteger.ONE.shiftLeft(255))))
        .hasSize(32)
        .startsWith(0x80);
  }
}
