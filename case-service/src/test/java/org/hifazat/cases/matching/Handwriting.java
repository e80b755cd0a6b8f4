package org.hifazat.cases.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * How the same name comes to be written differently. Made from how people write, not from what the
 * keys forgive: some of it they do not.
 */
final class Handwriting {
  enum Script {
    LATIN,
    URDU,
    PASHTO
  }

  private static final List<String> MUHAMMAD =
      List.of("Muhammad", "Mohammad", "Muhammad", "Mohammed", "M.", "Mohd");

  private static final String[][] VOWELS = {
    {"ee", "i"}, {"i", "ee"}, {"oo", "u"}, {"u", "oo"}, {"a", "aa"}, {"aa", "a"}, {"ai", "ay"},
    {"e", "i"}, {"i", "e"}, {"u", "o"}, {"o", "u"}, {"a", "e"}, {"a", "u"}, {"ou", "u"},
    {"au", "o"}, {"ay", "ae"}, {"ia", "iya"}, {"ya", "ia"}, {"a$", "ah"}, {"i$", "y"}, {"ah$", "a"}
  };

  private static final String[][] CONSONANTS = {
    {"q", "k"}, {"k", "q"}, {"w", "v"}, {"v", "w"}, {"kh", "k"}, {"gh", "g"}, {"ph", "f"},
    {"f", "ph"}, {"z", "dh"}, {"s", "th"}, {"t", "th"}, {"d", "dh"}, {"j", "g"}, {"z", "j"},
    {"mm", "m"}, {"ss", "s"}, {"l", "ll"}, {"n", "nn"}, {"s", "ss"}, {"m", "mm"}, {"h", ""},
    {"c", "k"}, {"x", "ks"}, {"ks", "x"}, {"y", "j"}
  };

  /** Letters that sound alike in Urdu and are taken for each other. */
  private static final List<String> ALIKE = List.of("سصث", "تط", "ذزضظ", "حہ", "قک", "عا");

  private static final String URDU = "ہیگکٹڈڑےئ";
  private static final String PASHTO = "هيګکټډړېئ";

  private final Random random;

  Handwriting(Random random) {
    this.random = random;
  }

  Script script() {
    double dice = random.nextDouble();
    return dice < 0.6 ? Script.LATIN : dice < 0.9 ? Script.URDU : Script.PASHTO;
  }

  /** As it is mostly written. */
  String plain(InventedNames.Name name, Script script) {
    List<String> words = new ArrayList<>();
    if (name.muhammad()) {
      words.add(script == Script.LATIN ? MUHAMMAD.get(random.nextInt(2)) : "محمد");
    }
    name.words().forEach(word -> words.add(word(word, script)));
    return String.join(" ", words);
  }

  String muhammad() {
    return MUHAMMAD.get(random.nextInt(MUHAMMAD.size()));
  }

  private static String word(InventedNames.Word word, Script script) {
    return switch (script) {
      case LATIN -> word.latin();
      case URDU -> word.urdu();
      case PASHTO -> pashto(word.urdu());
    };
  }

  private static String pashto(String urdu) {
    StringBuilder text = new StringBuilder();
    for (char letter : urdu.toCharArray()) {
      int at = URDU.indexOf(letter);
      text.append(at < 0 ? letter : PASHTO.charAt(at));
    }
    return text.toString();
  }

  /** One or two vowels written otherwise. */
  String otherVowels(String latin) {
    String once = changed(latin, VOWELS);
    return random.nextBoolean() ? once : changed(once, VOWELS);
  }

  String otherConsonants(String latin) {
    return changed(latin, CONSONANTS);
  }

  /** One place, chosen by chance among all that could change; the same where none can. */
  private String changed(String latin, String[][] rules) {
    String text = latin.toLowerCase(Locale.ROOT);
    List<String> possible = new ArrayList<>();
    for (String[] rule : rules) {
      boolean atEnd = rule[0].endsWith("$");
      String from = atEnd ? rule[0].substring(0, rule[0].length() - 1) : rule[0];
      for (int at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + 1)) {
        int after = at + from.length();
        if (!atEnd || after == text.length()) {
          possible.add(text.substring(0, at) + rule[1] + text.substring(after));
        }
      }
    }
    return possible.isEmpty() ? text : possible.get(random.nextInt(possible.size()));
  }

  String lettersConfused(String urdu) {
    List<String> possible = new ArrayList<>();
    for (int at = 0; at < urdu.length(); at++) {
      for (String alike : ALIKE) {
        if (alike.indexOf(urdu.charAt(at)) >= 0) {
          char other = alike.charAt(random.nextInt(alike.length()));
          if (other != urdu.charAt(at)) {
            possible.add(urdu.substring(0, at) + other + urdu.substring(at + 1));
          }
        }
      }
    }
    return possible.isEmpty() ? urdu : possible.get(random.nextInt(possible.size()));
  }

  /** A letter too many, too few, another, or two exchanged. */
  String slip(String text) {
    int at = random.nextInt(text.length());
    String letters =
        text.codePoints().anyMatch(c -> c > 0x600) ? "ابترسعکلمنوہی" : "abdefghiklmnorstuwyz";
    String other = String.valueOf(letters.charAt(random.nextInt(letters.length())));
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, at) + other + text.substring(at);
      case 1 -> text.length() < 3 ? text : text.substring(0, at) + text.substring(at + 1);
      case 2 -> text.substring(0, at) + other + text.substring(at + 1);
      default ->
          at + 1 < text.length()
              ? text.substring(0, at)
                  + text.charAt(at + 1)
                  + text.charAt(at)
                  + text.substring(at + 2)
              : text;
    };
  }
}
