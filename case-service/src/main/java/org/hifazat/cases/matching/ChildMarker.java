package org.hifazat.cases.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hifazat.platform.persistence.SearchTokens;
import org.jspecify.annotations.Nullable;

/** Makes the marks of a child with the service's own key. */
@ApplicationScoped
public class ChildMarker {
  private final MarkMaker maker;

  ChildMarker(SearchTokens tokens) {
    this.maker = new MarkMaker(tokens::token);
  }

  /** A number's keyed hash as the search keeps it. */
  public record NumberToken(String purpose, byte[] token) {}

  /**
   * @param ageBasis birth-date, document, stated, appearance or assessment
   */
  public record Particulars(
      String given,
      @Nullable String father,
      @Nullable String knownAs,
      String sex,
      @Nullable LocalDate birthDate,
      int birthYear,
      String ageBasis,
      String districtCode) {}

  /** The same names in the script the others are not written in: found under both. */
  public ChildMarks alsoWritten(ChildMarks child, @Nullable String given, @Nullable String father) {
    return new ChildMarks(
        child.sex(),
        child.birthYear(),
        child.yearBasis(),
        child.districtCode(),
        child.given().and(maker.name(given)),
        child.father().and(maker.name(father)),
        child.knownAs(),
        child.numbers());
  }

  /** Of somebody whose numbers are at hand in clear. */
  public ChildMarks of(Particulars child, @Nullable String phone, @Nullable String cnic) {
    List<Long> marks = new ArrayList<>(maker.phone(phone));
    marks.addAll(maker.identityNumber(cnic));
    return maker.of(person(child), marks);
  }

  public ChildMarks of(Particulars child, List<NumberToken> numbers) {
    List<Long> marks = new ArrayList<>();
    for (NumberToken number : numbers) {
      MarkKind kind = number.purpose().equals("phone") ? MarkKind.PHONE : MarkKind.IDENTITY_NUMBER;
      marks.add(kind.mark(number.token()));
    }
    return maker.of(person(child), marks);
  }

  private static MarkMaker.Person person(Particulars child) {
    return new MarkMaker.Person(
        child.given(),
        child.father(),
        child.knownAs(),
        child.sex(),
        child.birthDate(),
        child.birthYear(),
        child.ageBasis(),
        child.districtCode());
  }
}
