package org.hifazat.cases.matching;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** Keys of the titles that do not make a name: Muhammad, Syed, Sayyid, Bibi, Mian. */
  private static final Set<String> TITLES =
      Stream.of("muhammad", "syed", "bibi", "mian").map(NameKey::of).collect(Collectors.toSet());

  private NameKey() {}

  /**
   * @param name in any of the scripts; several words allowed
   * @return a key for each word that makes a name; empty only when the name has no letter
   */
  public static Set<String> keys(String name) {
    List<String> all = new ArrayList<>();
    for (String word : normal(name).split("[^\\p{L}]+", -1)) {
      String key = of(word);
      if (!key.isEmpty()) {
        all.add(key);
      }
    }
    Set<String> telling = new LinkedHashSet<>(all);
    telling.removeAll(TITLES);
    return telling.isEmpty() ? new LinkedHashSet<>(all) : telling;
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
        String rest = key.startsWith("a") ? key.substring(1) : key;
        boolean same = !rest.isEmpty() && before.endsWith(rest.substring(0, 1));
        joined.add(before + (same ? rest.substring(1) : rest));
      }
      before = key;
    }
    return joined;
  }

  private static String normal(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .replaceAll("['’ʿʾ`\u200c\u200d]", "")
        .toLowerCase(Locale.ROOT);
  }

  private static String of(String word) {
    StringBuilder key = new StringBuilder();
    int at = 0;
    while (at < word.length()) {
      String pair = at + 1 < word.length() ? PAIRS.get(word.substring(at, at + 2)) : null;
      String sound = pair != null ? pair : sound(word, at);
      if (at == 0 && sound.isEmpty()) {
        key.append('a');
      }
      boolean weak = sound.equals("h") || sound.equals("w") || sound.equals("y");
      if (!sound.isEmpty() && (at == 0 || !weak)) {
        if (key.isEmpty() || key.charAt(key.length() - 1) != sound.charAt(0)) {
          key.append(sound);
        }
      }
      at += pair != null ? 2 : 1;
    }
    return key.toString();
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
    put(sounds, "جځ", "j");
    put(sounds, "چ", "c");
    put(sounds, "حهہھةۀە", "h");
    put(sounds, "خښ", "x");
    put(sounds, "دڈډ", "d");
    put(sounds, "ذزضظژ", "z");
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
