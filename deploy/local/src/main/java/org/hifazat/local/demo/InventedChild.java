package org.hifazat.local.demo;

import java.util.List;
import java.util.stream.Stream;

/**
 * A child that does not exist.
 *
 * @param script latn or arab: how the worker wrote the name down
 * @param otherSpellings the same names in the other script, which must be found nowhere either
 */
record InventedChild(
    String given,
    String father,
    String script,
    List<String> otherSpellings,
    String sex,
    int ageYears,
    String address,
    String phone) {

  /** Everything of this child that no database, topic or log may show. */
  List<String> words() {
    return Stream.concat(Stream.of(given, father, address, phone), otherSpellings.stream())
        .toList();
  }
}
