package org.hifazat.cases.matching;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Names to invent children with; few are borne by many, as in life. */
final class InventedNames {
  private static final double MUHAMMAD = 0.3;
  private static final double TWO_WORD_NAME = 0.35;
  private static final double SECOND_WORD = 0.5;
  private static final double FAMILY_WORD_HANDED_DOWN = 0.5;

  private final Map<String, List<Word>> words = new HashMap<>();

  private InventedNames() {}

  /** One word (or two that belong together) in both ways of writing. */
  record Word(String latin, String urdu) {}

  /** A name as its bearer has it: a title or none, what they are called, another word or none. */
  record Name(boolean muhammad, List<Word> words) {}

  /**
   * @param part learning or held-out: no given name stands in both
   */
  static InventedNames of(String part) {
    InventedNames names = new InventedNames();
    String file = "/matching/names-" + part + ".csv";
    try (InputStream lines = InventedNames.class.getResourceAsStream(file)) {
      String text =
          new String(Objects.requireNonNull(lines).readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(",", -1))
          .forEach(
              row ->
                  names
                      .words
                      .computeIfAbsent(row[0], kind -> new ArrayList<>())
                      .add(new Word(row[1], row[2])));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return names;
  }

  Name father(Random random) {
    return named("male", "second-male", random.nextDouble() < MUHAMMAD, null, random);
  }

  Name child(String sex, Name father, Random random) {
    boolean boy = sex.equals("male");
    Word handedDown =
        father.words().size() > 1 && random.nextDouble() < FAMILY_WORD_HANDED_DOWN
            ? father.words().getLast()
            : null;
    return named(
        boy ? "male" : "female",
        boy ? "second-male" : "second-female",
        boy && random.nextDouble() < MUHAMMAD,
        boy ? handedDown : null,
        random);
  }

  private Name named(
      String kind, String second, boolean muhammad, @Nullable Word handedDown, Random random) {
    List<Word> name = new ArrayList<>();
    if (random.nextDouble() < TWO_WORD_NAME) {
      // Gul Nawaz, Sher Afzal, Noor Habib: names of two words are usual in the province.
      name.add(pick("first-" + kind, random));
    }
    name.add(pick(kind, random));
    if (handedDown != null) {
      name.add(handedDown);
    } else if (random.nextDouble() < SECOND_WORD) {
      name.add(pick(second, random));
    }
    return new Name(muhammad, name);
  }

  /** The first of a list are borne most: after Zipf, a little flatter. */
  private Word pick(String kind, Random random) {
    List<Word> list = Objects.requireNonNull(words.get(kind));
    double total = 0;
    for (int i = 0; i < list.size(); i++) {
      total += share(i);
    }
    double at = random.nextDouble() * total;
    int i = 0;
    while (i < list.size() - 1 && at > share(i)) {
      at -= share(i);
      i++;
    }
    return list.get(i);
  }

  private static double share(int rank) {
    return 1 / Math.pow(rank + 3, 0.9);
  }
}
