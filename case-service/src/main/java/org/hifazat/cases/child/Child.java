package org.hifazat.cases.child;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A child as a person. What names or locates them is held encrypted under their own key. */
@Entity
@Table(name = "child")
public class Child {
  @Id private UUID id;

  @Column(name = "given_name")
  private byte[] givenName;

  @Column(name = "father_name")
  private byte @Nullable [] fatherName;

  @Column(name = "known_as")
  private byte @Nullable [] knownAs;

  @Column(name = "name_script")
  private String nameScript;

  @Column private String sex;

  @Column(name = "birth_date")
  private byte @Nullable [] birthDate;

  @Column(name = "birth_year")
  private short birthYear;

  @Column(name = "age_basis")
  private String ageBasis;

  @Column private @Nullable String language;
  @Column private byte @Nullable [] address;

  @Column(name = "safe_contact")
  private byte @Nullable [] safeContact;

  @Column(name = "given_name_other")
  private byte @Nullable [] givenNameOther;

  @Column(name = "father_name_other")
  private byte @Nullable [] fatherNameOther;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column
  private List<String> languages;

  @Column(name = "identity_kind")
  private @Nullable String identityKind;

  @Column(name = "identity_number")
  private byte @Nullable [] identityNumber;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column
  private List<String> disabilities;

  @Column(name = "disability_details")
  private byte @Nullable [] disabilityDetails;

  @Column private @Nullable String schooling;

  @Column(name = "school_kind")
  private @Nullable String schoolKind;

  @Column(name = "school_name")
  private byte @Nullable [] schoolName;

  @Column(name = "school_grade")
  private @Nullable String schoolGrade;

  @Column(name = "care_arrangement")
  private @Nullable String careArrangement;

  @Column(name = "care_since")
  private @Nullable LocalDate careSince;

  @Column(name = "care_details")
  private byte @Nullable [] careDetails;

  @Column(name = "family_phone")
  private byte @Nullable [] familyPhone;

  @Column(name = "family_number")
  private byte @Nullable [] familyNumber;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected Child() {}

  /** The encrypted part. */
  record SealedWords(
      byte[] givenName,
      byte @Nullable [] fatherName,
      byte @Nullable [] knownAs,
      byte @Nullable [] birthDate,
      byte @Nullable [] address,
      byte @Nullable [] safeContact) {}

  /** The encrypted part of what is learnt later. */
  record SealedBackground(
      byte @Nullable [] givenNameOther,
      byte @Nullable [] fatherNameOther,
      byte @Nullable [] identityNumber,
      byte @Nullable [] disabilityDetails,
      byte @Nullable [] schoolName,
      byte @Nullable [] careDetails,
      SealedFamily family) {}

  /** What the family is found by, encrypted. */
  record SealedFamily(byte @Nullable [] phone, byte @Nullable [] number) {}

  static Child registered(
      UUID id,
      ChildParticulars particulars,
      SealedWords words,
      SealedFamily family,
      Instant recordedAt) {
    Child child = new Child();
    child.id = id;
    child.describe(particulars, words);
    child.familyPhone = family.phone();
    child.familyNumber = family.number();
    child.languages = particulars.language() == null ? List.of() : List.of(particulars.language());
    child.disabilities = List.of();
    child.recordedAt = recordedAt;
    return child;
  }

  private void describe(ChildParticulars particulars, SealedWords words) {
    nameScript = particulars.nameScript();
    sex = particulars.sex();
    birthYear = (short) particulars.age().birthYear();
    ageBasis = particulars.age().basis();
    language = particulars.language();
    givenName = words.givenName();
    fatherName = words.fatherName();
    knownAs = words.knownAs();
    birthDate = words.birthDate();
    address = words.address();
    safeContact = words.safeContact();
  }

  void changed(
      ChildParticulars particulars,
      SealedWords words,
      ChildBackground background,
      SealedBackground sealed) {
    describe(particulars, words);
    languages = background.languages();
    disabilities = background.disabilities();
    ChildBackground.Identity identity = background.identity();
    identityKind = identity == null ? null : identity.kind();
    ChildBackground.Schooling school = background.schooling();
    schooling = school == null ? null : school.status();
    schoolKind = school == null ? null : school.kind();
    schoolGrade = school == null ? null : school.grade();
    ChildBackground.Care care = background.care();
    careArrangement = care == null ? null : care.arrangement();
    careSince = care == null ? null : care.since();
    givenNameOther = sealed.givenNameOther();
    fatherNameOther = sealed.fatherNameOther();
    identityNumber = sealed.identityNumber();
    disabilityDetails = sealed.disabilityDetails();
    schoolName = sealed.schoolName();
    careDetails = sealed.careDetails();
    familyPhone = sealed.family().phone();
    familyNumber = sealed.family().number();
  }

  SealedBackground background() {
    return new SealedBackground(
        givenNameOther,
        fatherNameOther,
        identityNumber,
        disabilityDetails,
        schoolName,
        careDetails,
        new SealedFamily(familyPhone, familyNumber));
  }

  SealedWords words() {
    return new SealedWords(givenName, fatherName, knownAs, birthDate, address, safeContact);
  }

  public UUID id() {
    return id;
  }

  String nameScript() {
    return nameScript;
  }

  public String sex() {
    return sex;
  }

  public int birthYear() {
    return birthYear;
  }

  String ageBasis() {
    return ageBasis;
  }

  @Nullable String language() {
    return language;
  }

  List<String> languages() {
    return languages;
  }

  @Nullable String identityKind() {
    return identityKind;
  }

  List<String> disabilities() {
    return disabilities;
  }

  @Nullable String schooling() {
    return schooling;
  }

  @Nullable String schoolKind() {
    return schoolKind;
  }

  @Nullable String schoolGrade() {
    return schoolGrade;
  }

  @Nullable String careArrangement() {
    return careArrangement;
  }

  @Nullable LocalDate careSince() {
    return careSince;
  }

  public long version() {
    return version;
  }
}
