package org.hifazat.referral.link;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A way for one person without an account to read and answer one referral, once. Its two sides
 * change it at the same time: neither writes over what the other did.
 */
@Entity
@DynamicUpdate
@Table(name = "secure_link")
public class SecureLink {
  @Id private UUID id;

  @Column(name = "referral_id", updatable = false)
  private UUID referralId;

  @Column(name = "case_id", updatable = false)
  private UUID caseId;

  @Column(name = "made_by", updatable = false)
  private UUID madeBy;

  @Column(updatable = false)
  private byte @Nullable [] recipient;

  @Column(name = "token_hash", updatable = false)
  private byte[] tokenHash;

  @Column(name = "code_salt", updatable = false)
  private byte[] codeSalt;

  @Column(name = "code_rounds", updatable = false)
  private int codeRounds;

  @Column(name = "code_hash", updatable = false)
  private byte[] codeHash;

  @Column(name = "made_at", updatable = false)
  private Instant madeAt;

  @Column(name = "expires_at", updatable = false)
  private Instant expiresAt;

  @Column(insertable = false, updatable = false)
  private int attempts;

  @Column(name = "opened_at", insertable = false, updatable = false)
  private @Nullable Instant openedAt;

  @Column(name = "session_until", insertable = false, updatable = false)
  private @Nullable Instant sessionUntil;

  @Column(name = "refused", insertable = false, updatable = false)
  private int refused;

  @Column(name = "refused_at", insertable = false, updatable = false)
  private @Nullable Instant refusedAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "ended_why")
  private @Nullable String endedWhy;

  @Column private byte @Nullable [] message;

  @Column(name = "message_at")
  private @Nullable Instant messageAt;

  @SuppressWarnings("NullAway.Init")
  protected SecureLink() {}

  /** Everything a new link is made of; words already encrypted, secrets already hashed. */
  record Fresh(
      UUID id,
      UUID referralId,
      UUID caseId,
      UUID madeBy,
      byte @Nullable [] recipient,
      byte[] tokenHash,
      LinkSecrets.Kept code,
      Instant madeAt,
      Instant expiresAt) {}

  static SecureLink of(Fresh fresh) {
    SecureLink link = new SecureLink();
    link.id = fresh.id();
    link.referralId = fresh.referralId();
    link.caseId = fresh.caseId();
    link.madeBy = fresh.madeBy();
    link.recipient = fresh.recipient();
    link.tokenHash = fresh.tokenHash();
    link.codeSalt = fresh.code().salt();
    link.codeRounds = fresh.code().rounds();
    link.codeHash = fresh.code().hash();
    link.madeAt = fresh.madeAt();
    link.expiresAt = fresh.expiresAt();
    return link;
  }

  /** Where a link stands. */
  public enum State {
    /** To be opened. */
    WAITING,
    /** Opened, and somebody works with it. */
    OPEN,
    /** Was open; its time is over or whoever opened it closed it. */
    OVER,
    /** Nobody opened it in time. */
    EXPIRED,
    /** Too many wrong codes. */
    LOCKED,
    /** Taken back by the sender's side. */
    REVOKED,
    /** Another link was made after it. */
    REPLACED;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public State state(Instant now) {
    if (endedWhy != null) {
      return State.valueOf(endedWhy.toUpperCase(Locale.ROOT));
    }
    if (sessionUntil != null) {
      return now.isBefore(sessionUntil) ? State.OPEN : State.OVER;
    }
    return now.isBefore(expiresAt) ? State.WAITING : State.EXPIRED;
  }

  boolean isAlive(Instant now) {
    return switch (state(now)) {
      case WAITING, OPEN -> true;
      case OVER, EXPIRED, LOCKED, REVOKED, REPLACED -> false;
    };
  }

  /** Nothing is opened, read or answered with it from now on; what had ended stays as it ended. */
  void end(State why, Instant now) {
    State was = state(now);
    endedWhy = (isAlive(now) ? why : was).label();
    endedAt = now;
  }

  void write(byte[] sealed, Instant now) {
    message = sealed;
    messageAt = now;
  }

  public UUID id() {
    return id;
  }

  public UUID referralId() {
    return referralId;
  }

  UUID caseId() {
    return caseId;
  }

  byte @Nullable [] recipient() {
    return recipient;
  }

  public Instant madeAt() {
    return madeAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public int attempts() {
    return attempts;
  }

  public Optional<Instant> openedAt() {
    return Optional.ofNullable(openedAt);
  }

  public Optional<Instant> sessionUntil() {
    return Optional.ofNullable(sessionUntil);
  }

  public int refused() {
    return refused;
  }

  public Optional<Instant> refusedAt() {
    return Optional.ofNullable(refusedAt);
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  byte @Nullable [] message() {
    return message;
  }

  public Optional<Instant> messageAt() {
    return Optional.ofNullable(messageAt);
  }
}
