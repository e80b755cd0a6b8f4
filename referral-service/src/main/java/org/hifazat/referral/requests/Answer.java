package org.hifazat.referral.requests;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of a referral, and that the sender has told the child and family of it. */
@Embeddable
class Answer {
  @Column(name = "outcome_code")
  private @Nullable String code;

  @Column(name = "outcome_text")
  private byte @Nullable [] text;

  @Column(name = "outcome_at")
  private @Nullable Instant at;

  @Column(name = "loop_closed_at")
  private @Nullable Instant loopClosedAt;

  @Column(name = "loop_note")
  private byte @Nullable [] loopNote;

  protected Answer() {}

  void came(String outcome, byte @Nullable [] words, Instant when) {
    code = outcome;
    text = words;
    at = when;
  }

  void closeLoop(Instant when, byte @Nullable [] note) {
    loopClosedAt = when;
    loopNote = note;
  }

  Optional<String> code() {
    return Optional.ofNullable(code);
  }

  byte @Nullable [] text() {
    return text;
  }

  Optional<Instant> at() {
    return Optional.ofNullable(at);
  }

  Optional<Instant> loopClosedAt() {
    return Optional.ofNullable(loopClosedAt);
  }
}
