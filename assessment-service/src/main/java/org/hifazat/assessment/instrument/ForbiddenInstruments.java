package org.hifazat.assessment.instrument;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Instruments whose holders do not let them be put into software: the SDQ (no electronic version
 * without Youthinmind's authorisation, sdqinfo.org) and the HOME inventory (sold by its authors).
 */
final class ForbiddenInstruments {

  private static final List<Pattern> SIGNS =
      Stream.of(
              "\\bsdq\\b",
              "strengths? (and|&) difficulties questionnaire",
              "youth ?in ?mind",
              "home inventory",
              "home observation for (the )?measurement",
              "\\b(ec|ic|ea|it)-home\\b")
          .map(sign -> Pattern.compile(sign, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
          .toList();

  private ForbiddenInstruments() {}

  /**
   * @param formTitle the title inside the form
   */
  static Optional<Finding> check(InstrumentDescriptor instrument, String formTitle) {
    Licence licence = instrument.licence();
    boolean forbidden =
        instrument.id().toLowerCase(Locale.ROOT).matches("home(-inventory.*)?")
            || Stream.of(
                    instrument.id(),
                    instrument.title().en(),
                    formTitle,
                    licence.id(),
                    licence.holder(),
                    licence.attribution())
                .filter(Objects::nonNull)
                .anyMatch(text -> SIGNS.stream().anyMatch(sign -> sign.matcher(text).find()));
    return forbidden
        ? Optional.of(
            new Finding("/licence", "licence-forbids", "its holder forbids it in software"))
        : Optional.empty();
  }
}
