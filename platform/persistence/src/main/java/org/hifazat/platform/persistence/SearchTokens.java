package org.hifazat.platform.persistence;

import com.google.crypto.tink.prf.PrfSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.hifazat.platform.persistence.keys.Keyring;

/** Keyed hashes that let encrypted values be found by equality and tell nothing without the key. */
@ApplicationScoped
public class SearchTokens {
  private static final int LENGTH = 16;

  private final PrfSet keyed;

  SearchTokens(Keyring keyring) {
    this.keyed = keyring.search();
  }

  /**
   * The token of a value: 16 bytes, always the same for the same purpose and value.
   *
   * @param purpose what is searched, e.g. {@code phone}; tokens of two purposes never meet
   * @param normalized the value, already brought to the form in which equals are equal
   */
  public byte[] token(String purpose, String normalized) {
    byte[] input = (purpose.length() + ":" + purpose + normalized).getBytes(StandardCharsets.UTF_8);
    try {
      return keyed.computePrimary(input, LENGTH);
    } catch (GeneralSecurityException fault) {
      throw new IllegalStateException("No search token for purpose " + purpose, fault);
    }
  }
}
