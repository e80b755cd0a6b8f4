package org.hifazat.cases.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hifazat.platform.persistence.FieldCipher;
import org.jspecify.annotations.Nullable;

/** Encrypts and decrypts what names or locates a person or a place, under the child's key. */
@ApplicationScoped
class PersonWords {
  private final FieldCipher cipher;

  PersonWords(FieldCipher cipher) {
    this.cipher = cipher;
  }

  CasePerson.SealedWords seal(UUID child, UUID person, PersonFacts facts) {
    return new CasePerson.SealedWords(
        cipher.encrypt(child, "case_person.name", person, facts.name()),
        seal(child, "case_person.phone", person, facts.phone()),
        seal(child, "case_person.identity_number", person, facts.identityNumber()),
        seal(child, "case_person.address", person, facts.address()),
        seal(child, "case_person.note", person, facts.note()));
  }

  String name(UUID child, CasePerson person) {
    return cipher.decrypt(child, "case_person.name", person.id(), person.words().name());
  }

  PersonFacts open(UUID child, CasePerson person) {
    CasePerson.SealedWords words = person.words();
    UUID id = person.id();
    return new PersonFacts(
        person.relation(),
        person.roles(),
        cipher.decrypt(child, "case_person.name", id, words.name()),
        open(child, "case_person.phone", id, words.phone()),
        open(child, "case_person.identity_number", id, words.identityNumber()),
        open(child, "case_person.address", id, words.address()),
        open(child, "case_person.note", id, words.note()),
        person.sex(),
        person.birthYear(),
        person.validFrom(),
        person.validTo());
  }

  SafePlace.SealedWords seal(UUID child, UUID place, PlaceFacts facts) {
    return new SafePlace.SealedWords(
        cipher.encrypt(child, "safe_place.name", place, facts.name()),
        seal(child, "safe_place.directions", place, facts.directions()),
        seal(child, "safe_place.contact", place, facts.contact()));
  }

  PlaceFacts open(UUID child, SafePlace place) {
    SafePlace.SealedWords words = place.words();
    UUID id = place.id();
    return new PlaceFacts(
        place.kind(),
        cipher.decrypt(child, "safe_place.name", id, words.name()),
        open(child, "safe_place.directions", id, words.directions()),
        open(child, "safe_place.contact", id, words.contact()),
        place.validFrom(),
        place.validTo());
  }

  private byte @Nullable [] seal(UUID child, String field, UUID row, @Nullable String clear) {
    return clear == null ? null : cipher.encrypt(child, field, row, clear);
  }

  private @Nullable String open(UUID child, String field, UUID row, byte @Nullable [] sealed) {
    return sealed == null ? null : cipher.decrypt(child, field, row, sealed);
  }
}
