package org.hifazat.cases.closure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.platform.persistence.FieldCipher;
import org.jspecify.annotations.Nullable;

/** Words on ending and reopening a case, sealed under the child's key. */
@ApplicationScoped
public class ClosureWords {
  private static final String SUMMARY = "case_closure.summary";
  private static final String CONTACT = "case_closure.contact";
  private static final String REVIEW_LED_BY = "case_closure.review_led_by";
  private static final String REVIEW_FINDING = "case_closure.review_finding";
  private static final String OVERRIDE = "case_closure.override_reason";
  private static final String REOPENING = "case_reopening.words";

  private final FieldCipher cipher;

  ClosureWords(FieldCipher cipher) {
    this.cipher = cipher;
  }

  /** What a reader of the case gets in clear. */
  public record Clear(
      @Nullable String summary,
      @Nullable String contact,
      @Nullable String reviewLedBy,
      @Nullable String reviewFinding,
      @Nullable String overrideReason) {}

  void seal(UUID child, CaseClosure closure, String summary, @Nullable String contact) {
    closure.seal(
        cipher.encrypt(child, SUMMARY, closure.id(), summary),
        contact == null ? null : cipher.encrypt(child, CONTACT, closure.id(), contact));
  }

  void seal(UUID child, CaseClosure closure, ProposeClosure.Review review) {
    closure.sealReview(
        cipher.encrypt(child, REVIEW_LED_BY, closure.id(), review.ledBy()),
        cipher.encrypt(child, REVIEW_FINDING, closure.id(), review.finding()));
  }

  byte[] override(UUID child, UUID closure, String reason) {
    return cipher.encrypt(child, OVERRIDE, closure, reason);
  }

  Clear open(UUID child, CaseClosure closure) {
    UUID id = closure.id();
    return new Clear(
        open(child, SUMMARY, id, closure.summary()),
        open(child, CONTACT, id, closure.contact()),
        open(child, REVIEW_LED_BY, id, closure.reviewLedBy()),
        open(child, REVIEW_FINDING, id, closure.reviewFinding()),
        open(child, OVERRIDE, id, closure.overrideReason()));
  }

  private @Nullable String open(UUID child, String field, UUID id, Optional<byte[]> cipherText) {
    return cipherText.map(bytes -> cipher.decrypt(child, field, id, bytes)).orElse(null);
  }

  byte[] reopening(UUID child, UUID id, String words) {
    return cipher.encrypt(child, REOPENING, id, words);
  }

  String reopening(UUID child, CaseReopening reopening) {
    return cipher.decrypt(child, REOPENING, reopening.id(), reopening.words());
  }
}
