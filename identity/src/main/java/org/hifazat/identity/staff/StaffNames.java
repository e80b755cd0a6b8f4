package org.hifazat.identity.staff;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import org.hifazat.platform.persistence.FieldCipher;
import org.jspecify.annotations.Nullable;

/** Encrypts and decrypts what names a member of staff, under that person's own key. */
@ApplicationScoped
class StaffNames {
  private static final String GIVEN = "staff.given_name";
  private static final String FAMILY = "staff.family_name";
  private static final String EMAIL = "staff.email";

  private final FieldCipher cipher;

  StaffNames(FieldCipher cipher) {
    this.cipher = cipher;
  }

  Staff.SealedNames seal(UUID id, String given, String family, @Nullable String email) {
    return new Staff.SealedNames(
        cipher.encrypt(id, GIVEN, id, given),
        cipher.encrypt(id, FAMILY, id, family),
        email == null ? null : cipher.encrypt(id, EMAIL, id, email));
  }

  /** As colleagues see it: given name, family name. */
  String display(Staff staff) {
    return cipher.decrypt(staff.id(), GIVEN, staff.id(), staff.givenName())
        + ' '
        + cipher.decrypt(staff.id(), FAMILY, staff.id(), staff.familyName());
  }

  /** One statement for a whole list. */
  void preload(Collection<Staff> people) {
    cipher.preload(people.stream().map(Staff::id).toList());
  }
}
