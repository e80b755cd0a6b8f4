package org.hifazat.referral.requests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hifazat.platform.persistence.FieldCipher;
import org.jspecify.annotations.Nullable;

/** Encrypts and decrypts what a referral says. The case stands for the child as data subject. */
@ApplicationScoped
class ReferralWords {
  private final FieldCipher cipher;
  private final ObjectMapper json;

  ReferralWords(FieldCipher cipher, ObjectMapper json) {
    this.cipher = cipher;
    this.json = json;
  }

  byte[] seal(UUID caseId, UUID referralId, Packet packet) {
    try {
      return cipher.encrypt(caseId, "referral.packet", referralId, json.writeValueAsString(packet));
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("a packet cannot be written", fault);
    }
  }

  Packet packet(Referral referral) {
    String text =
        cipher.decrypt(referral.caseId(), "referral.packet", referral.id(), referral.packet());
    try {
      return json.readValue(text, Packet.class);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("a packet cannot be read");
    }
  }

  byte @Nullable [] seal(UUID caseId, UUID referralId, String column, @Nullable String text) {
    return text == null ? null : cipher.encrypt(caseId, "referral." + column, referralId, text);
  }

  @Nullable String open(Referral referral, String column, byte @Nullable [] sealed) {
    return sealed == null
        ? null
        : cipher.decrypt(referral.caseId(), "referral." + column, referral.id(), sealed);
  }
}
