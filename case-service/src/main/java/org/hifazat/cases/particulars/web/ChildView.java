package org.hifazat.cases.particulars.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.child.AgeBand;
import org.hifazat.cases.child.ChildBackground;
import org.hifazat.cases.child.ChildParticulars;
import org.hifazat.cases.particulars.IdentityNumber;
import org.hifazat.cases.particulars.KnownChild;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a child, for those who may read the case. Nationality and documents stand
 * elsewhere, with an operation of their own.
 *
 * @param phone of the family, as given at registration
 * @param familyNumber of the B-form or CNIC given at registration, the child's or a parent's
 * @param ageYears completed years today, estimated where only an estimate exists
 */
public record ChildView(
    UUID id,
    NamesView names,
    String sex,
    @Nullable LocalDate birthDate,
    int birthYear,
    String ageBasis,
    int ageYears,
    String ageBand,
    List<String> languages,
    @Nullable String address,
    @Nullable String safeContact,
    @Nullable String phone,
    @Nullable String familyNumber,
    @Nullable IdentityView identity,
    List<String> disabilities,
    @Nullable String disabilityDetails,
    @Nullable SchoolingView schooling,
    @Nullable CareView care) {

  /**
   * @param script in which given and father are written: latn or arab
   * @param otherScript the same names in the other one
   */
  public record NamesView(
      String given,
      @Nullable String father,
      @Nullable String knownAs,
      String script,
      @Nullable OtherScriptView otherScript) {}

  public record OtherScriptView(@Nullable String given, @Nullable String father) {}

  /**
   * @param doubts other-region, no-region or other-sex: reasons to look at the paper again
   */
  public record IdentityView(String kind, String number, List<String> doubts) {}

  public record SchoolingView(
      String status, @Nullable String kind, @Nullable String name, @Nullable String grade) {}

  public record CareView(String arrangement, @Nullable LocalDate since, @Nullable String details) {}

  static ChildView of(KnownChild child, LocalDate today) {
    ChildParticulars known = child.particulars();
    ChildBackground background = child.background();
    int years = AgeBand.years(known.age().birthDate(), known.age().birthYear(), today);
    String number = background.family().number();
    return new ChildView(
        child.id(),
        names(known, background),
        known.sex(),
        known.age().birthDate(),
        known.age().birthYear(),
        known.age().basis(),
        years,
        AgeBand.ofYears(years).label(),
        background.languages(),
        known.address(),
        known.safeContact(),
        background.family().phone(),
        number == null ? null : IdentityNumber.shown(number),
        identity(background.identity(), known.sex()),
        background.disabilities(),
        background.disabilityDetails(),
        schooling(background.schooling()),
        care(background.care()));
  }

  private static NamesView names(ChildParticulars known, ChildBackground background) {
    String given = background.givenNameOther();
    String father = background.fatherNameOther();
    return new NamesView(
        known.givenName(),
        known.fatherName(),
        known.knownAs(),
        known.nameScript(),
        given == null && father == null ? null : new OtherScriptView(given, father));
  }

  private static @Nullable IdentityView identity(
      ChildBackground.@Nullable Identity identity, String sex) {
    return identity == null
        ? null
        : new IdentityView(
            identity.kind(),
            IdentityNumber.shown(identity.number()),
            IdentityNumber.doubts(identity.number(), sex));
  }

  private static @Nullable SchoolingView schooling(ChildBackground.@Nullable Schooling schooling) {
    return schooling == null
        ? null
        : new SchoolingView(
            schooling.status(), schooling.kind(), schooling.name(), schooling.grade());
  }

  private static @Nullable CareView care(ChildBackground.@Nullable Care care) {
    return care == null ? null : new CareView(care.arrangement(), care.since(), care.details());
  }
}
