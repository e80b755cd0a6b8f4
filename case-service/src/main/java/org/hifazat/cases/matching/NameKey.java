package org.hifazat.cases.matching;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sound of a name, so far as its spellings agree: consonants of Latin, Urdu and Pashto letters
 * meet in one small alphabet, vowels are left out, an initial vowel leaves a mark.
 *
 * <p>Muhammad and the like stand before many names and tell children apart badly; they make a key
 * only when nothing else is there.
 */
public final class NameKey {
  private static final Map<String, String> PAIRS =
      Map.ofEntries(
          Map.entry("kh", "x"),
          Map.entry("gh", "g"),
          Map.entry("sh", "$"),
          Map.entry("ch", "c"),
          Map.entry("th", "t"),
          Map.entry("dh", "d"),
          Map.entry("ph", "f"),
          Map.entry("پھ", "f"),
          Map.entry("zh", "z"),
          Map.entry("ck", "k"),
          Map.entry("bh", "b"));

  private static final Map<Character, String> LATIN = latin();
  private static final Map<Character, String> ARABIC = arabic();

  /**
   * Words that stand beside many names and do not make one. By their letters, not by their sound:
   * Mahmood sounds like Muhammad here, and Saeed like Syed.
   */
  private static final Pattern TITLE =
      Pattern.compile(
          "m[uoae]?h+[ae]m+[aeiu]d+|m|md|mohd|muhd|mhd|محمد"
              + "|s[ae]?[iy]+[aei]d+a?|سید|سید[ہه]|سيد"
              + "|b[iy]b[iy]|beebi|bibee|بی|بیبی|بي|بيبي"
              + "|mian|miyan|miaan|میاں|میان|haj+[iy]|حاجی|حاجي"
              + "|beg[ua]m|بیگم|mst|musammat|مسما[ۃةت]|late|marhoom|marhum|مرحوم");

  /** Muhammad written together with the name it stands before, as is usual in Urdu. */
  private static final Pattern MUHAMMAD_BEFORE =
      Pattern.compile("(?:m[uo]h+am+[ae]d|محمد)(?=\\p{L}{3})");

  private NameKey() {}

  /**
   * @param name in any of the scripts; several words allowed
   * @return a key for each word that makes a name; empty only when the name has no letter
   */
  public static Set<String> keys(String name) {
    Set<String> keys = new LinkedHashSet<>();
    words(name).forEach(word -> keys.add(word.skeleton()));
    return keys;
  }

  /**
   * One word of a name.
   *
   * @param spelling its letters without marks and case
   * @param sound the finer key: h counts where it is heard
   * @param skeleton the coarser key, the one of {@link #keys}
   */
  record Word(String spelling, String sound, String skeleton) {}

  /** The telling words in their order; titles only when nothing else is there. */
  static List<Word> words(String name) {
    List<Word> all = new ArrayList<>();
    List<Word> telling = new ArrayList<>();
    for (String written : normal(name).split("[^\\p{L}]+", -1)) {
      Matcher muhammad = MUHAMMAD_BEFORE.matcher(written);
      String spelling = muhammad.lookingAt() ? written.substring(muhammad.end()) : written;
      String skeleton = of(spelling);
      if (!skeleton.isEmpty()) {
        Word word = new Word(spelling, sound(spelling), skeleton);
        all.add(word);
        if (!TITLE.matcher(spelling).matches()) {
          telling.add(word);
        }
      }
    }
    return telling.isEmpty() ? all : telling;
  }

  /**
   * Keys of neighbouring words written as one, as Gul Khan is written Gulkhan. Together with {@link
   * #keys} they find a name however it is divided.
   */
  public static Set<String> joined(String name) {
    Set<String> joined = new LinkedHashSet<>();
    String before = "";
    for (String key : keys(name)) {
      if (!before.isEmpty()) {
        joined.add(join(before, key));
      }
      before = key;
    }
    return joined;
  }

  /** Two words' keys as the key of the one word they make. */
  static String join(String before, String key) {
    String rest = key.startsWith("a") ? key.substring(1) : key;
    boolean same = !rest.isEmpty() && before.endsWith(rest.substring(0, 1));
    return before + (same ? rest.substring(1) : rest);
  }

  static String normal(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .replaceAll("['’ʿʾ`\u200c\u200d]", "")
        .toLowerCase(Locale.ROOT);
  }

  private static String of(String word) {
    return key(word, false);
  }

  private static String sound(String word) {
    return key(word, true);
  }

  private static String key(String word, boolean withH) {
    StringBuilder key = new StringBuilder();
    int at = 0;
    while (at < word.length()) {
      String pair = at + 1 < word.length() ? PAIRS.get(word.substring(at, at + 2)) : null;
      String sound = pair != null ? pair : sound(word, at);
      if (at == 0 && sound.isEmpty()) {
        key.append('a');
      }
      boolean weak =
          sound.equals("w")
              || sound.equals("y")
              || (sound.equals("h") && (!withH || isOnlyBreathed(word, at)));
      if (!sound.isEmpty() && (at == 0 || !weak)) {
        if (key.isEmpty() || key.charAt(key.length() - 1) != sound.charAt(0)) {
          key.append(sound);
        }
      }
      at += pair != null ? 2 : 1;
    }
    return key.toString();
  }

  /** An h at the end is written or not (Fatima, Fatimah); ھ goes with the letter before it. */
  private static boolean isOnlyBreathed(String word, int at) {
    return word.charAt(at) == 'ھ' || at == word.length() - 1;
  }

  private static String sound(String word, int at) {
    char letter = word.charAt(at);
    if (letter == 'c' && at + 1 < word.length() && "eiy".indexOf(word.charAt(at + 1)) >= 0) {
      return "s";
    }
    String latin = LATIN.get(letter);
    return latin != null ? latin : ARABIC.getOrDefault(letter, "");
  }

  private static Map<Character, String> latin() {
    Map<Character, String> sounds = new HashMap<>();
    for (char c : "bdfghjklmnprstwyz".toCharArray()) {
      sounds.put(c, String.valueOf(c));
    }
    sounds.put('c', "k");
    sounds.put('q', "k");
    sounds.put('v', "w");
    sounds.put('x', "x");
    return Map.copyOf(sounds);
  }

  private static Map<Character, String> arabic() {
    Map<Character, String> sounds = new HashMap<>();
    put(sounds, "ب", "b");
    put(sounds, "پ", "p");
    put(sounds, "تطٹټ", "t");
    put(sounds, "ثسصڅ", "s");
    put(sounds, "ج", "j");
    put(sounds, "چ", "c");
    put(sounds, "حهہھةۀە", "h");
    put(sounds, "خښ", "x");
    put(sounds, "دڈډ", "d");
    // ځ is said z in the province: Zalmay is written ځلمی.
    put(sounds, "ذزضظژځ", "z");
    put(sounds, "رړڑ", "r");
    put(sounds, "ش", "$");
    put(sounds, "غ", "g");
    put(sounds, "ف", "f");
    put(sounds, "قکك", "k");
    // ږ is said g in the Pashto of Khyber Pakhtunkhwa, as ښ is said kh.
    put(sounds, "گګږ", "g");
    put(sounds, "ل", "l");
    put(sounds, "م", "m");
    put(sounds, "نںڼ", "n");
    put(sounds, "وؤ", "w");
    put(sounds, "یيىئېۍےۓ", "y");
    return Map.copyOf(sounds);
  }

  private static void put(Map<Character, String> sounds, String letters, String sound) {
    for (char letter : letters.toCharArray()) {
      sounds.put(letter, sound);
    }
  }
}
