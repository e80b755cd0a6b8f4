package org.hifazat.referral.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.hifazat.platform.persistence.SearchTokens;

/**
 * Makes links, codes and sessions, and what is kept of them. A token has 256 random bits: a keyed
 * hash finds it. A code is short, so it is hashed with the key first and slowly after: who steals
 * the database cannot try codes without the key, who has both tries slowly.
 */
@ApplicationScoped
class LinkSecrets {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int TOKEN_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;
  private static final int CODES = 100_000_000;

  private final SecureRandom random = new SecureRandom();
  private final SearchTokens keyed;
  private final LinkConfig config;

  LinkSecrets(SearchTokens keyed, LinkConfig config) {
    this.keyed = keyed;
    this.config = config;
  }

  /** What is kept of a code. */
  record Kept(byte[] salt, int rounds, byte[] hash) {}

  String freshToken() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
  }

  /** Eight digits. */
  String freshCode() {
    return String.format(Locale.ROOT, "%08d", random.nextInt(CODES));
  }

  static boolean looksLikeToken(String text) {
    return TOKEN.matcher(text).matches();
  }

  byte[] ofLink(String token) {
    return keyed.token("secure-link.token", token);
  }

  byte[] ofSession(String token) {
    return keyed.token("secure-link.session", token);
  }

  Kept keep(UUID link, String code) {
    byte[] salt = bytes(SALT_BYTES);
    int rounds = config.codeRounds();
    return new Kept(salt, rounds, slowly(link, code, salt, rounds));
  }

  boolean isCode(UUID link, String code, Kept kept) {
    return MessageDigest.isEqual(slowly(link, code, kept.salt(), kept.rounds()), kept.hash());
  }

  private byte[] slowly(UUID link, String code, byte[] salt, int rounds) {
    char[] peppered =
        HexFormat.of().formatHex(keyed.token("secure-link.code", link + ":" + code)).toCharArray();
    PBEKeySpec spec = new PBEKeySpec(peppered, salt, rounds, HASH_BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException fault) {
      throw new IllegalStateException("No slow hash of a code", fault);
    } finally {
      spec.clearPassword();
    }
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
