package org.hifazat.referral.webhook;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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

  @Embedded
  @AttributeOverride(name = "present", column = @Column(name = "signing_key"))
  @AttributeOverride(name = "previous", column = @Column(name = "previous_key"))
  @AttributeOverride(name = "until", column = @Column(name = "previous_until"))
  private Succession signing;

  @Column(name = "public_key")
  private String publicKey;

  @Column(name = "previous_public_key")
  private @Nullable String previousPublicKey;

  @Embedded
  @AttributeOverride(name = "present", column = @Column(name = "shared_secret"))
  @AttributeOverride(name = "previous", column = @Column(name = "previous_shared_secret"))
  @AttributeOverride(name = "until", column = @Column(name = "previous_shared_until"))
  private @Nullable Succession shared;

  @Column(name = "shared_at")
  private @Nullable Instant sharedAt;

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
    endpoint.signing = Succession.beginning(key.secret());
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
    signing.follow(fresh.secret(), before, until);
    previousPublicKey = before == null ? null : publicKey;
    publicKey = fresh.publicKey();
  }

  /**
   * From now on a secret signs beside the key.
   *
   * @param before the present secret, encrypted for its new column; null when there was none
   */
  void share(byte[] fresh, byte @Nullable [] before, Instant now, Instant until) {
    if (shared == null) {
      shared = Succession.beginning(fresh);
    } else {
      shared.follow(fresh, before, until);
    }
    sharedAt = now;
  }

  /** No secret signs any more, neither the present nor the one before. */
  void shareNoMore() {
    shared = null;
    sharedAt = null;
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

  Succession signing() {
    return signing;
  }

  Optional<Succession> shared() {
    return Optional.ofNullable(shared);
  }

  /** Since when the present secret signs; empty when none does. */
  public Optional<Instant> sharedAt() {
    return Optional.ofNullable(sharedAt);
  }

  /** Until when the secret before it signs too; empty once it does not. */
  public Optional<Instant> previousSharedUntil(Instant now) {
    return shared().flatMap(secrets -> secrets.until(now));
  }

  public String publicKey() {
    return publicKey;
  }

  public Optional<String> previousPublicKey(Instant now) {
    return signsUntil(now).flatMap(until -> Optional.ofNullable(previousPublicKey));
  }

  /** Until when the key before the last rotation signs too; empty once it does not. */
  public Optional<Instant> signsUntil(Instant now) {
    return signing.until(now);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public long version() {
    return version;
  }
}
