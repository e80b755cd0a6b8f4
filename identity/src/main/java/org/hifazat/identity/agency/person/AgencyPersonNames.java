package org.hifazat.identity.agency.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import org.hifazat.platform.persistence.FieldCipher;
import org.jspecify.annotations.Nullable;

/** Encrypts and decrypts what names a person of an agency, under that person's own key. */
@ApplicationScoped
class AgencyPersonNames {
  private static final String NAME = "agency_person.name";
  private static final String SHOWN = "agency_person.shown_as";

  private final FieldCipher cipher;

  AgencyPersonNames(FieldCipher cipher) {
    this.cipher = cipher;
  }

  byte[] seal(UUID id, String name) {
    return cipher.encrypt(id, NAME, id, name);
  }

  byte @Nullable [] sealShown(UUID id, @Nullable String name) {
    return name == null ? null : cipher.encrypt(id, SHOWN, id, name);
  }

  /** What senders call them; null while nobody chooses them by name. */
  @Nullable String shown(AgencyPerson person) {
    byte[] sealed = person.shownAs();
    return sealed == null ? null : cipher.decrypt(person.id(), SHOWN, person.id(), sealed);
  }

  String of(AgencyPerson person) {
    return cipher.decrypt(person.id(), NAME, person.id(), person.name());
  }

  /** One statement for a whole list. */
  void preload(Collection<AgencyPerson> people) {
    cipher.preload(people.stream().map(AgencyPerson::id).toList());
  }
}
