package org.hifazat.cases.child;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.hifazat.platform.persistence.FieldCipher;
import org.jspecify.annotations.Nullable;

/** Encrypts and decrypts a child's particulars. The child is the data subject. */
@ApplicationScoped
class ChildWords {
  private final FieldCipher cipher;

  ChildWords(FieldCipher cipher) {
    this.cipher = cipher;
  }

  Child.SealedWords seal(UUID child, ChildParticulars clear) {
    LocalDate birthDate = clear.age().birthDate();
    return new Child.SealedWords(
        cipher.encrypt(child, "child.given_name", child, clear.givenName()),
        seal(child, "child.father_name", clear.fatherName()),
        seal(child, "child.known_as", clear.knownAs()),
        seal(child, "child.birth_date", birthDate == null ? null : birthDate.toString()),
        seal(child, "child.address", clear.address()),
        seal(child, "child.safe_contact", clear.safeContact()));
  }

  ChildParticulars open(Child child) {
    Child.SealedWords sealed = child.words();
    UUID id = child.id();
    String birthDate = open(id, "child.birth_date", sealed.birthDate());
    return new ChildParticulars(
        cipher.decrypt(id, "child.given_name", id, sealed.givenName()),
        open(id, "child.father_name", sealed.fatherName()),
        open(id, "child.known_as", sealed.knownAs()),
        child.nameScript(),
        child.sex(),
        new Age(
            birthDate == null ? null : LocalDate.parse(birthDate),
            child.birthYear(),
            child.ageBasis()),
        child.language(),
        open(id, "child.address", sealed.address()),
        open(id, "child.safe_contact", sealed.safeContact()));
  }

  Child.SealedBackground seal(UUID child, ChildBackground clear) {
    ChildBackground.Identity identity = clear.identity();
    ChildBackground.Schooling schooling = clear.schooling();
    ChildBackground.Care care = clear.care();
    return new Child.SealedBackground(
        seal(child, "child.given_name_other", clear.givenNameOther()),
        seal(child, "child.father_name_other", clear.fatherNameOther()),
        seal(child, "child.identity_number", identity == null ? null : identity.number()),
        seal(child, "child.disability_details", clear.disabilityDetails()),
        seal(child, "child.school_name", schooling == null ? null : schooling.name()),
        seal(child, "child.care_details", care == null ? null : care.details()),
        seal(child, clear.family()));
  }

  Child.SealedFamily seal(UUID child, ChildBackground.Family clear) {
    return new Child.SealedFamily(
        seal(child, "child.family_phone", clear.phone()),
        seal(child, "child.family_number", clear.number()));
  }

  ChildBackground openBackground(Child child) {
    Child.SealedBackground sealed = child.background();
    UUID id = child.id();
    String kind = child.identityKind();
    String number = open(id, "child.identity_number", sealed.identityNumber());
    String schooling = child.schooling();
    String care = child.careArrangement();
    return new ChildBackground(
        open(id, "child.given_name_other", sealed.givenNameOther()),
        open(id, "child.father_name_other", sealed.fatherNameOther()),
        child.languages(),
        kind == null || number == null ? null : new ChildBackground.Identity(kind, number),
        child.disabilities(),
        open(id, "child.disability_details", sealed.disabilityDetails()),
        schooling == null
            ? null
            : new ChildBackground.Schooling(
                schooling,
                child.schoolKind(),
                open(id, "child.school_name", sealed.schoolName()),
                child.schoolGrade()),
        care == null
            ? null
            : new ChildBackground.Care(
                care, child.careSince(), open(id, "child.care_details", sealed.careDetails())),
        new ChildBackground.Family(
            open(id, "child.family_phone", sealed.family().phone()),
            open(id, "child.family_number", sealed.family().number())));
  }

  String openGivenName(UUID child, byte[] sealed) {
    return cipher.decrypt(child, "child.given_name", child, sealed);
  }

  private byte @Nullable [] seal(UUID child, String field, @Nullable String clear) {
    return clear == null ? null : cipher.encrypt(child, field, child, clear);
  }

  private @Nullable String open(UUID child, String field, byte @Nullable [] sealed) {
    return sealed == null ? null : cipher.decrypt(child, field, child, sealed);
  }
}
