package org.hifazat.local.demo;

import java.util.List;
import java.util.Random;

/**
 * Names to invent children from, in Latin and Urdu or Pashto letters. None of them is the name of a
 * demo account, so that finding one anywhere means a child's name has leaked.
 */
final class Names {
  private record Name(String latin, String arabic) {}

  private static final List<Name> GIRLS =
      List.of(
          new Name("Palwasha", "پلوشہ"),
          new Name("Spogmai", "سپوږمۍ"),
          new Name("Torpekai", "تورپېکۍ"),
          new Name("Bakhtawara", "بختاورہ"),
          new Name("Zarghuna", "زرغونہ"),
          new Name("Malalai", "ملالۍ"),
          new Name("Nazaneen", "نازنین"),
          new Name("Shandana", "شندانہ"),
          new Name("Mahgul", "ماہ گل"),
          new Name("Khkulay", "ښکلې"),
          new Name("Durkhanai", "درخانۍ"),
          new Name("Gulmakai", "ګل مکۍ"));

  private static final List<Name> BOYS =
      List.of(
          new Name("Zarak", "زړک"),
          new Name("Aimal", "ایمل"),
          new Name("Baryalai", "بریالی"),
          new Name("Turyalai", "توریالی"),
          new Name("Shahzeb", "شاہزیب"),
          new Name("Mirwais", "میرویس"),
          new Name("Khushhal", "خوشحال"),
          new Name("Babrak", "ببرک"),
          new Name("Gharsanay", "غرڅنی"),
          new Name("Wrekhmin", "ورېښمین"),
          new Name("Zmarak", "زمرک"),
          new Name("Torgul", "تورګل"));

  private static final List<Name> FATHERS =
      List.of(
          new Name("Nawroz Gul", "نوروز ګل"),
          new Name("Zarwali Shah", "زرولی شاہ"),
          new Name("Mirdad Gul", "میرداد ګل"),
          new Name("Sherdil Baz", "شیردل باز"),
          new Name("Khanzada Gul", "خانزادہ ګل"),
          new Name("Pirdost Jan", "پیردوست جان"),
          new Name("Sahibzar Gul", "صاحبزر ګل"),
          new Name("Toryal Baz", "توریال باز"));

  private static final List<String> STREETS =
      List.of(
          "Mohalla Anarzar",
          "Kucha Sinjidbagh",
          "Mohalla Nakhtarwal",
          "Kali Zarghunsar",
          "Mohalla Charmaghzbagh",
          "Kucha Tutkalay");

  private Names() {}

  /** Nothing here is left to chance but the seed. */
  static InventedChild child(Random chance, int number) {
    boolean girl = chance.nextBoolean();
    List<Name> given = girl ? GIRLS : BOYS;
    Name name = given.get(chance.nextInt(given.size()));
    Name father = FATHERS.get(chance.nextInt(FATHERS.size()));
    boolean latin = chance.nextInt(3) > 0;
    return new InventedChild(
        latin ? name.latin() : name.arabic(),
        latin ? father.latin() : father.arabic(),
        latin ? "latn" : "arab",
        latin ? List.of(name.arabic(), father.arabic()) : List.of(name.latin(), father.latin()),
        girl ? "female" : "male",
        age(chance),
        "House %d, %s".formatted(number, STREETS.get(chance.nextInt(STREETS.size()))),
        "0300-55%05d".formatted(number));
  }

  /**
   * From 2 to 16 without 5: who turns six or eighteen within the year must say themselves what
   * others said for them, and nobody asks them here.
   */
  private static int age(Random chance) {
    int age = 2 + chance.nextInt(14);
    return age < 5 ? age : age + 1;
  }
}
