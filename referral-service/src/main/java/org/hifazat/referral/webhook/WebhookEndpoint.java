package org.hifazat.referral.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where an agency's system listens. */
@Entity
@Table(name = "webhook_endpoint")
public class WebhookEndpoint {
  @Id private UUID id;

  @Column(name = "agency_id", updatable = false)
  private UUID agencyId;

  @Column(updatable = false)
  private String url;

  @Column private String state;

  @Column(name = "state_at")
  private Instant stateAt;

  @Column(name = "signing_key")
  private byte[] signingKey;

  @Column(name = "public_key")
  private String publicKey;

  @Column(name = "previous_key")
  private byte @Nullable [] previousKey;

  @Column(name = "previous_public_key")
  private @Nullable String previousPublicKey;

  @Column(name = "previous_until")
  private @Nullable Instant previousUntil;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected WebhookEndpoint() {}

  /** Whether messages go there. */
  public enum State {
    ACTIVE,
    PAUSED,
    /** It answered 410. */
    GONE;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A key whose secret half is encrypted already. */
  record SealedKey(byte[] secret, String publicKey) {}

  static WebhookEndpoint added(UUID id, UUID agencyId, String url, SealedKey key, Instant now) {
    WebhookEndpoint endpoint = new WebhookEndpoint();
    endpoint.id = id;
    endpoint.agencyId = agencyId;
    endpoint.url = url;
    endpoint.state = State.ACTIVE.label();
    endpoint.stateAt = now;
    endpoint.signingKey = key.secret();
    endpoint.publicKey = key.publicKey();
    endpoint.createdAt = now;
    return endpoint;
  }

  void become(State next, Instant now) {
    state = next.label();
    stateAt = now;
  }

  /**
   * @param before the present key, encrypted for its new column; null when it is valid no more
   */
  void rotate(SealedKey fresh, byte @Nullable [] before, Instant until) {
    previousKey = before;
    previousPublicKey = before == null ? null : publicKey;
    previousUntil = before == null ? null : until;
    signingKey = fresh.secret();
    publicKey = fresh.publicKey();
  }

  public UUID id() {
    return id;
  }

  public UUID agencyId() {
    return agencyId;
  }

  public String url() {
    return url;
  }

  public State state() {
    return State.valueOf(state.toUpperCase(Locale.ROOT));
  }

  public Instant stateAt() {
    return stateAt;
  }

  byte[] signingKey() {
    return signingKey;
  }

  public String publicKey() {
    return publicKey;
  }

  /** The key before the last rotation, encrypted, while it signs too. */
  Optional<byte[]> previousKey(Instant now) {
    return signsUntil(now).flatMap(until -> Optional.ofNullable(previousKey));
  }

  public Optional<String> previousPublicKey(Instant now) {
    return signsUntil(now).flatMap(until -> Optional.ofNullable(previousPublicKey));
  }

  /** Until when the key before the last rotation signs too; empty once it does not. */
  public Optional<Instant> signsUntil(Instant now) {
    return Optional.ofNullable(previousUntil).filter(now::isBefore);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public long version() {
    return version;
  }
}
