package org.hifazat.cases.child;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
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

  static Child registered(
      UUID id, ChildParticulars particulars, SealedWords words, Instant recordedAt) {
    Child child = new Child();
    child.id = id;
    child.nameScript = particulars.nameScript();
    child.sex = particulars.sex();
    child.birthYear = (short) particulars.age().birthYear();
    child.ageBasis = particulars.age().basis();
    child.language = particulars.language();
    child.givenName = words.givenName();
    child.fatherName = words.fatherName();
    child.knownAs = words.knownAs();
    child.birthDate = words.birthDate();
    child.address = words.address();
    child.safeContact = words.safeContact();
    child.recordedAt = recordedAt;
    return child;
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
}
