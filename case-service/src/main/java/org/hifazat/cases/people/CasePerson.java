package org.hifazat.cases.people;

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

/** A person around a child. Words are encrypted under the child's key. */
@Entity
@Table(name = "case_person")
public class CasePerson {
  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column private String relation;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column
  private List<String> roles;

  @Column private byte[] name;
  @Column private byte @Nullable [] phone;

  @Column(name = "identity_number")
  private byte @Nullable [] identityNumber;

  @Column private byte @Nullable [] address;
  @Column private byte @Nullable [] note;
  @Column private @Nullable String sex;

  @Column(name = "birth_year")
  private @Nullable Short birthYear;

  @Column(name = "valid_from")
  private @Nullable LocalDate validFrom;

  @Column(name = "valid_to")
  private @Nullable LocalDate validTo;

  @Column(name = "recorded_by")
  private UUID recordedBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected CasePerson() {}

  /** The encrypted part. */
  record SealedWords(
      byte[] name,
      byte @Nullable [] phone,
      byte @Nullable [] identityNumber,
      byte @Nullable [] address,
      byte @Nullable [] note) {}

  static CasePerson recorded(
      UUID id, UUID caseId, PersonFacts facts, SealedWords words, UUID by, Instant at) {
    CasePerson person = new CasePerson();
    person.id = id;
    person.caseId = caseId;
    person.recordedBy = by;
    person.recordedAt = at;
    person.changed(facts, words);
    return person;
  }

  void changed(PersonFacts facts, SealedWords words) {
    relation = facts.relation();
    roles = facts.roles();
    sex = facts.sex();
    Integer year = facts.birthYear();
    birthYear = year == null ? null : year.shortValue();
    validFrom = facts.validFrom();
    validTo = facts.validTo();
    name = words.name();
    phone = words.phone();
    identityNumber = words.identityNumber();
    address = words.address();
    note = words.note();
  }

  SealedWords words() {
    return new SealedWords(name, phone, identityNumber, address, note);
  }

  UUID id() {
    return id;
  }

  UUID caseId() {
    return caseId;
  }

  String relation() {
    return relation;
  }

  List<String> roles() {
    return roles;
  }

  @Nullable String sex() {
    return sex;
  }

  @Nullable Integer birthYear() {
    return birthYear == null ? null : Integer.valueOf(birthYear);
  }

  @Nullable LocalDate validFrom() {
    return validFrom;
  }

  @Nullable LocalDate validTo() {
    return validTo;
  }

  /** Whether relation and roles hold on that day, as far as anybody knows. */
  boolean isOn(LocalDate day) {
    return (validFrom == null || !validFrom.isAfter(day))
        && (validTo == null || !validTo.isBefore(day));
  }

  Instant recordedAt() {
    return recordedAt;
  }

  long version() {
    return version;
  }
}
