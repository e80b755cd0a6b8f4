package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.platform.persistence.FieldCipher;
import org.jspecify.annotations.Nullable;

/** Encrypts and decrypts whom a referral was meant for and why it no longer is. */
@ApplicationScoped
class HandoverWords {
  private static final String REASON = "referral_handover.reason";
  private static final String TO_NAME = "referral_handover.to_name";

  private final EntityManager entities;
  private final FieldCipher cipher;
  private final ReferralWords words;

  HandoverWords(EntityManager entities, FieldCipher cipher, ReferralWords words) {
    this.entities = entities;
    this.cipher = cipher;
    this.words = words;
  }

  byte[] sealAddressee(Referral referral, String name) {
    return sealAddressee(referral.caseId(), referral.id(), name);
  }

  byte[] sealAddressee(UUID caseId, UUID referralId, String name) {
    return cipher.encrypt(caseId, "referral.addressee_name", referralId, name);
  }

  byte @Nullable [] sealName(Referral referral, UUID handover, @Nullable String name) {
    return name == null ? null : cipher.encrypt(referral.caseId(), TO_NAME, handover, name);
  }

  byte @Nullable [] sealReason(Referral referral, UUID handover, @Nullable String reason) {
    return reason == null ? null : cipher.encrypt(referral.caseId(), REASON, handover, reason);
  }

  /** What whom it is meant for was called when they were chosen; null for the queue. */
  @Nullable String addressee(Referral referral) {
    return words.open(
        referral, "addressee_name", referral.handling().map(Handling::addresseeName).orElse(null));
  }

  /** Oldest first; nothing is asked for where it was always meant for the queue. */
  List<HandedOver> of(Referral referral) {
    if (referral.handling().filter(Handling::isHandedOver).isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery("from Handover where referralId = :id order by recordedAt, id", Handover.class)
        .setParameter("id", referral.id())
        .getResultList()
        .stream()
        .map(one -> opened(referral, one))
        .toList();
  }

  private HandedOver opened(Referral referral, Handover one) {
    Instant at = one.at();
    return new HandedOver(
        at,
        one.why(),
        one.by(),
        open(referral, TO_NAME, one.id(), one.toName()),
        open(referral, REASON, one.id(), one.reason()));
  }

  private @Nullable String open(
      Referral referral, String field, UUID row, byte @Nullable [] sealed) {
    return sealed == null ? null : cipher.decrypt(referral.caseId(), field, row, sealed);
  }
}
