package org.hifazat.referral.thread;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.referral.requests.Referral;
import org.jspecify.annotations.Nullable;

/** Words of a thread, under the key of the case, which stands for the child. */
@ApplicationScoped
class ThreadWords {
  static final String WORDS = "referral_message.words";
  static final String NAME = "referral_message.name";
  static final String TITLE = "referral_attachment.title";
  static final String BECAUSE = "referral_attachment.because";
  static final String HASH = "referral_attachment.sent_hash";

  private final FieldCipher cipher;

  ThreadWords(FieldCipher cipher) {
    this.cipher = cipher;
  }

  void preload(Referral referral) {
    cipher.preload(List.of(referral.caseId()));
  }

  byte[] seal(Referral referral, String field, UUID row, String plain) {
    return cipher.encrypt(referral.caseId(), field, row, plain);
  }

  byte @Nullable [] sealIfAny(Referral referral, String field, UUID row, @Nullable String plain) {
    return plain == null ? null : seal(referral, field, row, plain);
  }

  String open(Referral referral, String field, UUID row, byte[] sealed) {
    return cipher.decrypt(referral.caseId(), field, row, sealed);
  }

  @Nullable String openIfAny(Referral referral, String field, UUID row, byte @Nullable [] sealed) {
    return sealed == null ? null : open(referral, field, row, sealed);
  }
}
