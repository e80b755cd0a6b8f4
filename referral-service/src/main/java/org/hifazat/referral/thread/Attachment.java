package org.hifazat.referral.thread;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.platform.web.file.FileKind;
import org.hifazat.referral.requests.Side;
import org.jspecify.annotations.Nullable;

/** A file one side sends the other: arriving in pieces, then whole, then sent. */
@Entity
@Table(name = "referral_attachment")
public class Attachment {
  private static final String ARRIVING = "arriving";
  private static final String WHOLE = "whole";
  private static final String SENT = "sent";

  @Id private UUID id;

  @Column(name = "referral_id", updatable = false)
  private UUID referralId;

  @Column(updatable = false)
  private String side;

  @Column(updatable = false)
  private String author;

  @Column(updatable = false)
  private @Nullable String kind;

  @Column(updatable = false)
  private byte @Nullable [] because;

  @Column(name = "media_type", updatable = false)
  private String mediaType;

  @Column(updatable = false)
  private byte @Nullable [] title;

  @Column(name = "sent_size", updatable = false)
  private int sentSize;

  @Column(name = "sent_hash", updatable = false)
  private byte[] sentHash;

  @Column(name = "recorded_at", updatable = false)
  private Instant recordedAt;

  @Column private String state;
  @Column private int received;
  @Column private int pieces;

  @Column(name = "kept_size")
  private @Nullable Integer keptSize;

  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  @Column(name = "message_id")
  private @Nullable UUID messageId;

  @Column(name = "given_at")
  private @Nullable Instant givenAt;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected Attachment() {}

  /** What is known of it before any of it has come; the words already encrypted. */
  record Announced(
      UUID id,
      @Nullable String kind,
      byte @Nullable [] because,
      String mediaType,
      byte @Nullable [] title,
      int size,
      byte[] hash,
      Instant at,
      Instant until) {}

  static Attachment begun(ThreadDesk.Place place, Announced announced) {
    Attachment attachment = new Attachment();
    attachment.id = announced.id();
    attachment.referralId = place.referral().id();
    attachment.side = place.side().label();
    attachment.author = place.author();
    attachment.kind = announced.kind();
    attachment.because = announced.because();
    attachment.mediaType = announced.mediaType();
    attachment.title = announced.title();
    attachment.sentSize = announced.size();
    attachment.sentHash = announced.hash();
    attachment.recordedAt = announced.at();
    attachment.expiresAt = announced.until();
    attachment.state = ARRIVING;
    return attachment;
  }

  /** A piece came; there is time for the next. Returns the piece's position. */
  int received(int bytes, Instant until) {
    received += bytes;
    expiresAt = until;
    return pieces++;
  }

  void keep(int size, int inPieces, Instant until) {
    state = WHOLE;
    keptSize = size;
    pieces = inPieces;
    expiresAt = until;
  }

  /**
   * @param message it goes with; null when it goes with the outcome
   */
  void give(@Nullable UUID message, Instant at) {
    state = SENT;
    messageId = message;
    givenAt = at;
    expiresAt = null;
  }

  boolean isOf(ThreadDesk.Place place) {
    return referralId.equals(place.referral().id())
        && side.equals(place.side().label())
        && author.equals(place.author());
  }

  boolean isBy(Side one) {
    return side.equals(one.label());
  }

  boolean isArriving() {
    return state.equals(ARRIVING);
  }

  boolean isWhole() {
    return state.equals(WHOLE);
  }

  public boolean isSent() {
    return state.equals(SENT);
  }

  boolean isOver(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  public UUID id() {
    return id;
  }

  public UUID referralId() {
    return referralId;
  }

  public String side() {
    return side;
  }

  public Optional<String> kind() {
    return Optional.ofNullable(kind);
  }

  public String state() {
    return state;
  }

  public String mediaType() {
    return mediaType;
  }

  FileKind fileKind() {
    return FileKind.of(mediaType).orElseThrow();
  }

  byte @Nullable [] title() {
    return title;
  }

  /** Of what is kept, or until it is whole of what was announced. */
  public int size() {
    return keptSize == null ? sentSize : keptSize;
  }

  int sentSize() {
    return sentSize;
  }

  byte[] sentHash() {
    return sentHash;
  }

  public int received() {
    return received;
  }

  int pieces() {
    return pieces;
  }

  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  public Optional<UUID> messageId() {
    return Optional.ofNullable(messageId);
  }

  public Optional<Instant> givenAt() {
    return Optional.ofNullable(givenAt);
  }

  public long version() {
    return version;
  }
}
