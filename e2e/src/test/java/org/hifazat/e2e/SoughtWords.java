package org.hifazat.e2e;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds any of many words in one pass over a text: as they are written, in small and capital
 * letters, in the letters of a neighbouring language, telephone numbers in the ways they are
 * written in Pakistan, and all as somebody might have encoded them.
 */
final class SoughtWords {
  /** Fewer encoded bytes than this occur by chance in random text. */
  private static final int BYTES_TO_ENCODE = 8;

  /** So many first characters lead to the words that begin with them. */
  private static final int HEAD = 3;

  /** Pashto letters, and those an Urdu or Arabic keyboard has in their place. */
  private static final Map<Character, Character> URDU =
      Map.of('ګ', 'گ', 'ۍ', 'ی', 'ې', 'ی', 'ښ', 'ش', 'ړ', 'ڑ', 'څ', 'س', 'ڼ', 'ن', 'ځ', 'ز');

  private static final Map<Character, Character> ARABIC =
      Map.of('گ', 'ك', 'ک', 'ك', 'ی', 'ي', 'ہ', 'ه', 'ڑ', 'ر', 'پ', 'ب', 'چ', 'ج', 'ے', 'ي');

  /** The number that follows the trunk's 0 or the country's 92. */
  private static final Pattern MOBILE = Pattern.compile("0(3\\d{2})-?(\\d{7})");

  /**
   * A way to write a word.
   *
   * @param alone only where no letter or digit stands beside it, in small or capital letters:
   *     elsewhere it would be found by chance
   */
  private record Form(String text, int word, boolean alone) {}

  private final Map<String, List<Form>> byHead = new HashMap<>();
  private final List<Form> shorter = new ArrayList<>();

  /** Whether any form begins with two such characters; most places of a text end here. */
  private final boolean[] beginnings = new boolean[1 << 16];

  SoughtWords(List<String> words) {
    for (int word = 0; word < words.size(); word++) {
      written(words.get(word), word + 1);
      encoded(words.get(word), word + 1);
    }
  }

  private void written(String text, int word) {
    add(new Form(text, word, false));
    String urdu = in(URDU, text);
    for (String form : new TreeSet<>(List.of(small(text), small(urdu), small(in(ARABIC, urdu))))) {
      add(new Form(form, word, true));
    }
    Matcher mobile = MOBILE.matcher(text);
    if (mobile.matches()) {
      for (String between : List.of("", " ", "-")) {
        for (String before : List.of("", "0", "92", "0092")) {
          add(new Form(before + mobile.group(1) + between + mobile.group(2), word, true));
        }
      }
    }
  }

  private void encoded(String text, int word) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length >= BYTES_TO_ENCODE) {
      String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
      add(new Form(HexFormat.of().formatHex(bytes), word, false));
      // the last character depends on what follows
      add(new Form(base64.substring(0, base64.length() - 1), word, false));
    }
  }

  private static String in(Map<Character, Character> letters, String text) {
    StringBuilder written = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      written.append(letters.getOrDefault(text.charAt(at), text.charAt(at)));
    }
    return written.toString();
  }

  private static String small(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private void add(Form form) {
    if (form.text().length() < HEAD) {
      shorter.add(form);
      return;
    }
    String head = small(form.text().substring(0, HEAD));
    beginnings[beginning(head, 0)] = true;
    byHead.computeIfAbsent(head, each -> new ArrayList<>()).add(form);
  }

  private static int beginning(String text, int at) {
    return (text.charAt(at) * 251 + text.charAt(at + 1)) & 0xffff;
  }

  /** The places in the list, from 1, of the words the text holds. */
  Set<Integer> in(String text) {
    String small = small(text);
    // a few letters of other scripts become two when they are made small: then places differ
    String exact = small.length() == text.length() ? text : small;
    Set<Integer> found = new TreeSet<>();
    for (Form form : shorter) {
      if (text.contains(form.text())) {
        found.add(form.word());
      }
    }
    for (int at = 0; at + HEAD <= small.length(); at++) {
      if (beginnings[beginning(small, at)]) {
        for (Form form : byHead.getOrDefault(small.substring(at, at + HEAD), List.of())) {
          if (form.alone() ? isAlone(form, small, at) : exact.startsWith(form.text(), at)) {
            found.add(form.word());
          }
        }
      }
    }
    return found;
  }

  private static boolean isAlone(Form form, String text, int at) {
    int end = at + form.text().length();
    return text.startsWith(form.text(), at)
        && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
        && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
  }
}
