package org.hifazat.e2e;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds any of many words in one pass over a text: as they are written, and as somebody might have
 * encoded them.
 */
final class SoughtWords {
  /** Fewer encoded bytes than this occur by chance in random text. */
  private static final int BYTES_TO_ENCODE = 8;

  /** So many first characters lead to the words that begin with them. */
  private static final int HEAD = 3;

  private record Form(String text, int word) {}

  private final Map<String, List<Form>> byHead = new HashMap<>();
  private final List<Form> shorter = new ArrayList<>();

  /** Whether any form begins with two such characters; most places of a text end here. */
  private final boolean[] beginnings = new boolean[1 << 16];

  SoughtWords(List<String> words) {
    for (int word = 0; word < words.size(); word++) {
      byte[] bytes = words.get(word).getBytes(StandardCharsets.UTF_8);
      add(new Form(words.get(word), word + 1));
      if (bytes.length >= BYTES_TO_ENCODE) {
        String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        add(new Form(HexFormat.of().formatHex(bytes), word + 1));
        // the last character depends on what follows
        add(new Form(base64.substring(0, base64.length() - 1), word + 1));
      }
    }
  }

  private void add(Form form) {
    if (form.text().length() < HEAD) {
      shorter.add(form);
      return;
    }
    beginnings[beginning(form.text(), 0)] = true;
    byHead.computeIfAbsent(form.text().substring(0, HEAD), head -> new ArrayList<>()).add(form);
  }

  private static int beginning(String text, int at) {
    return (text.charAt(at) * 251 + text.charAt(at + 1)) & 0xffff;
  }

  /** The places in the list, from 1, of the words the text holds. */
  Set<Integer> in(String text) {
    Set<Integer> found = new TreeSet<>();
    for (Form form : shorter) {
      if (text.contains(form.text())) {
        found.add(form.word());
      }
    }
    for (int at = 0; at + HEAD <= text.length(); at++) {
      if (beginnings[beginning(text, at)]) {
        for (Form form : byHead.getOrDefault(text.substring(at, at + HEAD), List.of())) {
          if (text.startsWith(form.text(), at)) {
            found.add(form.word());
          }
        }
      }
    }
    return found;
  }
}
