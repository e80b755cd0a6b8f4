package org.hifazat.cases.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place where a child is safe. Words are encrypted under the child's key. */
@Entity
@Table(name = "safe_place")
public class SafePlace {
  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column private String kind;
  @Column private byte[] name;
  @Column private byte @Nullable [] directions;
  @Column private byte @Nullable [] contact;

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
  protected SafePlace() {}

  /** The encrypted part. */
  record SealedWords(byte[] name, byte @Nullable [] directions, byte @Nullable [] contact) {}

  static SafePlace recorded(
      UUID id, UUID caseId, PlaceFacts facts, SealedWords words, UUID by, Instant at) {
    SafePlace place = new SafePlace();
    place.id = id;
    place.caseId = caseId;
    place.recordedBy = by;
    place.recordedAt = at;
    place.changed(facts, words);
    return place;
  }

  void changed(PlaceFacts facts, SealedWords words) {
    kind = facts.kind();
    validFrom = facts.validFrom();
    validTo = facts.validTo();
    name = words.name();
    directions = words.directions();
    contact = words.contact();
  }

  SealedWords words() {
    return new SealedWords(name, directions, contact);
  }

  UUID id() {
    return id;
  }

  UUID caseId() {
    return caseId;
  }

  String kind() {
    return kind;
  }

  @Nullable LocalDate validFrom() {
    return validFrom;
  }

  @Nullable LocalDate validTo() {
    return validTo;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  long version() {
    return version;
  }
}
