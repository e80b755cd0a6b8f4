package org.hifazat.cases.matching;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A name as people are spoken of who are asked for something: a doctor's title neither makes
 * another person of them nor hides who they are.
 */
public final class SpokenName {
  private static final Pattern TITLE =
      Pattern.compile(
          "dr|do[ck]+t[aeo]r|dak?[ck]?t[aeo]r|[ڈډد]ا[کك][ٹټت]ر"
              + "|adv|advocate|ایڈوو?کیٹ|اډو?وکېټ|[wv]ak[ie]+l|و[کك][یي]ل|lawyer|barrister|بیرسٹر|بارسټر"
              + "|prof|professor|پروف[یېي]سر|engineer|engr|انج[یي]ن[یيئ]+ر"
              + "|mr|mrs|ms|miss|sir|madam|sahib|saheb|sahab|صاحب|صاحبہ"
              + "|maulana|mawlana|مولانا|mol[vw]i|maul[vw]i|maw?l[vw]i|مولو[یي]|qari|قار[یي]|ustad|ustaz|استاد|استاذ");

  /** One name is often somebody else's, too: Khan alone tells of nobody. */
  private static final int TELLING = 2;

  private SpokenName() {}

  /** Whether two names sound the same without their titles. */
  public static boolean same(String one, String other) {
    Set<String> keys = keys(one);
    return one.strip().equalsIgnoreCase(other.strip())
        || (!keys.isEmpty() && keys.equals(keys(other)));
  }

  /** Whether they are the same, or one is the other with a further name. */
  public static boolean alike(String one, String other) {
    return same(one, other) || contains(keys(one), keys(other)) || contains(keys(other), keys(one));
  }

  private static boolean contains(Set<String> more, Set<String> fewer) {
    return fewer.size() >= TELLING && more.containsAll(fewer);
  }

  private static Set<String> keys(String name) {
    String untitled =
        Arrays.stream(NameKey.normal(name).split("[^\\p{L}]+", -1))
            .filter(Predicate.not(word -> TITLE.matcher(word).matches()))
            .collect(Collectors.joining(" "));
    Set<String> keys = NameKey.keys(untitled);
    return keys.isEmpty() ? NameKey.keys(name) : keys;
  }
}
