package org.hifazat.cases.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A register of invented children in families, some of them in it twice: as two workers in two
 * places would write them down. Always the same for the same seed.
 */
final class InventedChildren {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final int DISTRICTS = 36;

  /** In what way the second entry differs from the first, beside what differs by itself. */
  enum Twist {
    NONE,
    OTHER_SCRIPT,
    OTHER_VOWELS,
    OTHER_CONSONANTS,
    LETTERS_CONFUSED,
    MUHAMMAD_DROPPED,
    WORDS_IN_OTHER_ORDER,
    CHILD_AND_FATHER_EXCHANGED,
    A_WORD_DROPPED,
    WRITTEN_AS_ONE_WORD,
    AGE_DRIFTED,
    ONE_SLIP,
    FATHER_NOT_TOLD,
    SEVERAL_AT_ONCE;

    /** What the platform promises to find; the others are harder and are reported beside. */
    static final Set<Twist> PROMISED =
        EnumSet.of(
            NONE,
            OTHER_SCRIPT,
            OTHER_VOWELS,
            MUHAMMAD_DROPPED,
            WORDS_IN_OTHER_ORDER,
            CHILD_AND_FATHER_EXCHANGED,
            AGE_DRIFTED);
  }

  /** One row of the register; two entries with the same child are the same child. */
  record Entry(
      int child,
      int family,
      @Nullable Twist twist,
      MarkMaker.Person person,
      @Nullable String phone,
      @Nullable String identityNumber) {}

  private record Child(
      int id,
      int family,
      InventedNames.Name given,
      InventedNames.Name father,
      String sex,
      LocalDate birth,
      int district,
      String phone,
      String identityNumber) {}

  private final Random random;
  private final InventedNames names;
  private final Handwriting hand;
  private final List<Child> children = new ArrayList<>();
  private int families;

  InventedChildren(String part, long seed) {
    this.random = new Random(seed);
    this.names = InventedNames.of(part);
    this.hand = new Handwriting(random);
  }

  /**
   * @param size how many different children
   * @param perTwist how many of them are there twice, for each of the twists
   * @return in the order they were registered: second entries come last
   */
  List<Entry> register(int size, int perTwist, Set<Twist> twists) {
    while (children.size() < size) {
      family();
    }
    List<Child> shuffled = new ArrayList<>(children.subList(0, size));
    Collections.shuffle(shuffled, random);
    List<Entry> first = new ArrayList<>();
    List<Entry> second = new ArrayList<>();
    int next = 0;
    for (Twist twist : twists) {
      for (int i = 0; i < perTwist; i++) {
        twice(shuffled.get(next++), twist, first, second);
      }
    }
    for (Child child : shuffled.subList(next, size)) {
      Handwriting.Script script = hand.script();
      String given = hand.plain(child.given(), script);
      String father = random.nextDouble() < 0.05 ? null : hand.plain(child.father(), script);
      first.add(entry(child, null, given, father, born(child, false, false), true));
    }
    Collections.shuffle(first, random);
    first.addAll(second);
    return first;
  }

  private void family() {
    int family = families++;
    InventedNames.Name father = names.father(random);
    String phone = "03%02d%07d".formatted(random.nextInt(50), random.nextInt(10_000_000));
    String number = "17301%07d%d".formatted(random.nextInt(10_000_000), random.nextInt(10));
    double dice = random.nextDouble();
    int size = dice < 0.6 ? 1 : dice < 0.85 ? 2 : 3;
    // A few districts have most of the children.
    int district = (int) (DISTRICTS * Math.pow(random.nextDouble(), 1.5));
    // Children of a family come a year or more apart, but for twins.
    LocalDate birth = TODAY.minusDays(30 + random.nextInt(17 * 365));
    for (int i = 0; i < size; i++) {
      String sex = random.nextDouble() < 0.55 ? "male" : "female";
      if (i > 0 && random.nextDouble() > 0.03) {
        LocalDate later = birth.plusDays(330 + random.nextInt(1_200));
        birth = later.isBefore(TODAY) ? later : birth.minusDays(2_000 + random.nextInt(700));
      }
      children.add(
          new Child(
              children.size(),
              family,
              names.child(sex, father, random),
              father,
              sex,
              birth,
              district,
              phone,
              number));
    }
  }

  /** What is known of the age: a date, a year written as 1 January, or an estimate. */
  private record Born(@Nullable LocalDate date, int year, String basis) {}

  private Born born(Child child, boolean estimate, boolean drifted) {
    double dice = random.nextDouble();
    int year = child.birth().getYear();
    if (!estimate && dice < 0.35) {
      return new Born(child.birth(), year, "birth-date");
    }
    if (!estimate && dice < 0.45) {
      return new Born(LocalDate.of(year, 1, 1), year, "birth-date");
    }
    if (!estimate && dice < 0.5) {
      return new Born(null, year, "document");
    }
    double wobble = random.nextDouble();
    int off = wobble < 0.25 ? -1 : wobble < 0.5 ? 1 : 0;
    if (drifted) {
      off = (random.nextBoolean() ? 1 : -1) * (2 + random.nextInt(2));
    }
    return new Born(null, Math.min(TODAY.getYear(), year + off), "stated");
  }

  private void twice(Child child, Twist twist, List<Entry> first, List<Entry> second) {
    Handwriting.Script before =
        switch (twist) {
          case OTHER_VOWELS, OTHER_CONSONANTS, WRITTEN_AS_ONE_WORD -> Handwriting.Script.LATIN;
          case LETTERS_CONFUSED -> Handwriting.Script.URDU;
          default -> hand.script();
        };
    boolean drifts = twist == Twist.AGE_DRIFTED;
    InventedNames.Name given = child.given();
    InventedNames.Name father = child.father();
    if (twist == Twist.MUHAMMAD_DROPPED) {
      given = new InventedNames.Name(true, given.words());
    }
    first.add(
        entry(
            child,
            null,
            hand.plain(given, before),
            hand.plain(father, before),
            born(child, drifts, false),
            true));
    Handwriting.Script after = after(before, twist);
    String givenAgain = twisted(given, after, twist);
    String fatherAgain = twisted(father, after, twist);
    if (twist == Twist.ONE_SLIP) {
      boolean ofFather = random.nextBoolean();
      givenAgain = ofFather ? givenAgain : hand.slip(givenAgain);
      fatherAgain = ofFather ? hand.slip(fatherAgain) : fatherAgain;
    }
    if (twist == Twist.CHILD_AND_FATHER_EXCHANGED) {
      String swap = givenAgain;
      givenAgain = fatherAgain;
      fatherAgain = swap;
    }
    boolean told = twist != Twist.FATHER_NOT_TOLD;
    second.add(
        entry(
            child,
            twist,
            givenAgain,
            told ? fatherAgain : null,
            born(child, drifts, drifts || twist == Twist.SEVERAL_AT_ONCE && random.nextInt(3) == 0),
            false));
  }

  private Handwriting.Script after(Handwriting.Script before, Twist twist) {
    if (twist != Twist.OTHER_SCRIPT && twist != Twist.SEVERAL_AT_ONCE) {
      return before;
    }
    return before == Handwriting.Script.LATIN
        ? (random.nextInt(4) == 0 ? Handwriting.Script.PASHTO : Handwriting.Script.URDU)
        : Handwriting.Script.LATIN;
  }

  private String twisted(InventedNames.Name name, Handwriting.Script script, Twist twist) {
    String plain = hand.plain(name, script);
    return switch (twist) {
      case NONE, OTHER_SCRIPT, CHILD_AND_FATHER_EXCHANGED, AGE_DRIFTED, ONE_SLIP, FATHER_NOT_TOLD ->
          plain;
      case OTHER_VOWELS -> hand.otherVowels(plain);
      case OTHER_CONSONANTS -> hand.otherConsonants(plain);
      case LETTERS_CONFUSED -> hand.lettersConfused(plain);
      case MUHAMMAD_DROPPED -> hand.plain(new InventedNames.Name(false, name.words()), script);
      case WORDS_IN_OTHER_ORDER ->
          hand.plain(new InventedNames.Name(name.muhammad(), name.words().reversed()), script);
      case A_WORD_DROPPED ->
          hand.plain(
              new InventedNames.Name(
                  false, name.words().subList(0, Math.max(1, name.words().size() - 1))),
              script);
      case WRITTEN_AS_ONE_WORD ->
          hand.plain(new InventedNames.Name(name.muhammad(), name.words()), script)
              .replaceFirst("(\\S+) (\\S+)$", "$1$2");
      case SEVERAL_AT_ONCE -> {
        boolean drop = random.nextBoolean();
        InventedNames.Name shorter = new InventedNames.Name(!drop && name.muhammad(), name.words());
        String text = hand.plain(shorter, script);
        yield script == Handwriting.Script.LATIN ? hand.otherVowels(text) : text;
      }
    };
  }

  private Entry entry(
      Child child,
      @Nullable Twist twist,
      String given,
      @Nullable String father,
      Born born,
      boolean first) {
    boolean moved = !first && random.nextDouble() < 0.2;
    int district = moved ? random.nextInt(DISTRICTS) : child.district();
    String phone = random.nextDouble() < 0.7 ? child.phone() : null;
    if (!first && phone != null && random.nextDouble() < 0.3) {
      phone = "03%02d%07d".formatted(random.nextInt(50), random.nextInt(10_000_000));
    }
    String number = random.nextDouble() < 0.25 ? child.identityNumber() : null;
    if (!first && number != null && random.nextDouble() < 0.15) {
      number = "17301%07d%d".formatted(random.nextInt(10_000_000), random.nextInt(10));
    }
    MarkMaker.Person person =
        new MarkMaker.Person(
            given,
            father,
            null,
            child.sex(),
            born.date(),
            born.year(),
            born.basis(),
            "district-" + district);
    return new Entry(child.id(), child.family(), twist, person, phone, number);
  }
}
