package org.hifazat.cases.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.Set;
import org.hifazat.platform.persistence.SearchTokens;
import org.jspecify.annotations.Nullable;

/** Turns names and numbers into keyed hashes that can be compared and not read. */
@ApplicationScoped
public class ChildSearchKeys {
  private static final int PHONE_DIGITS_COMPARED = 7;

  private final SearchTokens tokens;

  ChildSearchKeys(SearchTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * @param purpose given-name, father-name, phone or cnic
   */
  public record Key(String purpose, byte[] token) {}

  public Set<Key> givenName(@Nullable String name) {
    return names("given-name", name);
  }

  public Set<Key> fatherName(@Nullable String name) {
    return names("father-name", name);
  }

  /** How many keys of the same child agree at least when all words of the name do. */
  public static int words(@Nullable String name) {
    return name == null ? 0 : NameKey.keys(name).size();
  }

  /** The last seven digits: the same line is written with and without its prefix. */
  public Set<Key> phone(@Nullable String phone) {
    String digits = digits(phone);
    return digits.length() < PHONE_DIGITS_COMPARED
        ? Set.of()
        : Set.of(key("phone", digits.substring(digits.length() - PHONE_DIGITS_COMPARED)));
  }

  public Set<Key> cnic(@Nullable String number) {
    String digits = digits(number);
    return digits.isEmpty() ? Set.of() : Set.of(key("cnic", digits));
  }

  private Set<Key> names(String purpose, @Nullable String name) {
    Set<Key> keys = new LinkedHashSet<>();
    if (name != null) {
      NameKey.keys(name).forEach(sound -> keys.add(key(purpose, sound)));
      NameKey.joined(name).forEach(sound -> keys.add(key(purpose, sound)));
    }
    return keys;
  }

  private Key key(String purpose, String normal) {
    return new Key(purpose, tokens.token("child." + purpose, normal));
  }

  static String digits(@Nullable String text) {
    StringBuilder digits = new StringBuilder();
    if (text != null) {
      text.codePoints()
          .filter(Character::isDigit)
          .forEach(c -> digits.append(Character.digit(c, 10)));
    }
    return digits.toString();
  }
}
