package org.hifazat.cases.duplicates;

import java.util.Arrays;
import java.util.Objects;
import org.hifazat.cases.child.ChildBackground;
import org.hifazat.cases.child.ChildParticulars;
import org.jspecify.annotations.Nullable;

/**
 * A part of what is known of a child that one record can take from the other. The codes are those
 * of a change of particulars.
 */
enum TakenPart {
  NAMES("names"),
  SEX("sex"),
  AGE("age"),
  LANGUAGES("languages"),
  ADDRESS("address"),
  SAFE_CONTACT("safe-contact"),
  IDENTITY("identity"),
  DISABILITY("disability"),
  SCHOOLING("schooling"),
  CARE("care");

  private final String code;

  TakenPart(String code) {
    this.code = code;
  }

  static TakenPart of(String code) {
    return Arrays.stream(values())
        .filter(part -> part.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such part"));
  }

  /** All that is known of a child, in clear. */
  record Known(ChildParticulars particulars, ChildBackground background) {}

  /** The first with this part of the second. */
  Known put(Known into, Known from) {
    ChildParticulars p = into.particulars();
    ChildParticulars q = from.particulars();
    ChildBackground b = into.background();
    ChildBackground c = from.background();
    return switch (this) {
      case NAMES ->
          new Known(
              new ChildParticulars(
                  q.givenName(),
                  q.fatherName(),
                  q.knownAs(),
                  q.nameScript(),
                  p.sex(),
                  p.age(),
                  p.language(),
                  p.address(),
                  p.safeContact()),
              new ChildBackground(
                  c.givenNameOther(),
                  c.fatherNameOther(),
                  b.languages(),
                  b.identity(),
                  b.disabilities(),
                  b.disabilityDetails(),
                  b.schooling(),
                  b.care(),
                  b.family()));
      case SEX ->
          new Known(
              new ChildParticulars(
                  p.givenName(),
                  p.fatherName(),
                  p.knownAs(),
                  p.nameScript(),
                  q.sex(),
                  p.age(),
                  p.language(),
                  p.address(),
                  p.safeContact()),
              b);
      case AGE ->
          new Known(
              new ChildParticulars(
                  p.givenName(),
                  p.fatherName(),
                  p.knownAs(),
                  p.nameScript(),
                  p.sex(),
                  q.age(),
                  p.language(),
                  p.address(),
                  p.safeContact()),
              b);
      case LANGUAGES ->
          new Known(
              new ChildParticulars(
                  p.givenName(),
                  p.fatherName(),
                  p.knownAs(),
                  p.nameScript(),
                  p.sex(),
                  p.age(),
                  q.language(),
                  p.address(),
                  p.safeContact()),
              new ChildBackground(
                  b.givenNameOther(),
                  b.fatherNameOther(),
                  c.languages(),
                  b.identity(),
                  b.disabilities(),
                  b.disabilityDetails(),
                  b.schooling(),
                  b.care(),
                  b.family()));
      case ADDRESS -> new Known(contact(p, q.address(), p.safeContact()), b);
      case SAFE_CONTACT -> new Known(contact(p, p.address(), q.safeContact()), background(b, c));
      case IDENTITY, DISABILITY, SCHOOLING, CARE -> new Known(p, background(b, c));
    };
  }

  private static ChildParticulars contact(
      ChildParticulars p, @Nullable String address, @Nullable String safeContact) {
    return new ChildParticulars(
        p.givenName(),
        p.fatherName(),
        p.knownAs(),
        p.nameScript(),
        p.sex(),
        p.age(),
        p.language(),
        address,
        safeContact);
  }

  private ChildBackground background(ChildBackground into, ChildBackground from) {
    return new ChildBackground(
        into.givenNameOther(),
        into.fatherNameOther(),
        into.languages(),
        this == IDENTITY ? from.identity() : into.identity(),
        this == DISABILITY ? from.disabilities() : into.disabilities(),
        this == DISABILITY ? from.disabilityDetails() : into.disabilityDetails(),
        this == SCHOOLING ? from.schooling() : into.schooling(),
        this == CARE ? from.care() : into.care(),
        new ChildBackground.Family(
            this == SAFE_CONTACT ? from.family().phone() : into.family().phone(),
            this == IDENTITY ? from.family().number() : into.family().number()));
  }

  /** Whether both say the same of this part. */
  boolean same(Known one, Known other) {
    return Objects.equals(put(one, other), one);
  }
}
