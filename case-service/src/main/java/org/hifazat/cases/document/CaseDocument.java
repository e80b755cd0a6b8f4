package org.hifazat.cases.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.cases.casework.Recorder;
import org.hifazat.platform.web.file.FileKind;
import org.jspecify.annotations.Nullable;

/** A paper, picture or recording of a case: arriving piece by piece, then kept. */
@Entity
@Table(name = "case_document")
public class CaseDocument {
  private static final String ARRIVING = "arriving";
  private static final String KEPT = "kept";
  private static final String REMOVED = "removed";

  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column private String kind;
  @Column private String kept;
  @Column private String state;

  @Column(name = "media_type")
  private String mediaType;

  @Column private byte @Nullable [] title;

  @Column(name = "sent_size")
  private int sentSize;

  @Column(name = "sent_hash")
  private byte[] sentHash;

  @Column private int received;
  @Column private int pieces;

  @Column(name = "kept_size")
  private @Nullable Integer keptSize;

  @Column(name = "kept_hash")
  private byte @Nullable [] keptHash;

  @Column(name = "happened_at")
  private Instant happenedAt;

  @Column(name = "recorded_by")
  private UUID recordedBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  @Column(name = "kept_at")
  private @Nullable Instant keptAt;

  @Column(name = "removed_at")
  private @Nullable Instant removedAt;

  @Column(name = "removed_by")
  private @Nullable UUID removedBy;

  @Column(name = "removal_reason")
  private @Nullable String removalReason;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected CaseDocument() {}

  static CaseDocument begun(
      Recorder.Entry entry,
      UploadDocument.Command command,
      byte @Nullable [] title,
      byte[] hash,
      Instant expiresAt) {
    CaseDocument document = new CaseDocument();
    document.id = entry.id();
    document.caseId = command.caseId();
    document.kind = command.kind();
    document.kept = command.kept();
    document.state = ARRIVING;
    document.mediaType = command.mediaType();
    document.title = title;
    document.sentSize = command.size();
    document.sentHash = hash;
    document.happenedAt = Recorder.precise(command.happenedAt());
    document.recordedBy = entry.by();
    document.recordedAt = entry.at();
    document.expiresAt = expiresAt;
    return document;
  }

  /** A piece came; the upload lasts longer. Returns the piece's position. */
  int received(int bytes, Instant until) {
    received += bytes;
    expiresAt = until;
    return pieces++;
  }

  void keep(int size, int inPieces, byte[] hash, Instant at) {
    state = KEPT;
    keptSize = size;
    pieces = inPieces;
    keptHash = hash;
    keptAt = at;
    expiresAt = null;
  }

  /** False when there is no content to take away. */
  boolean remove(String reason, UUID by, Instant at) {
    if (!state.equals(KEPT)) {
      return false;
    }
    state = REMOVED;
    removalReason = reason;
    removedBy = by;
    removedAt = at;
    return true;
  }

  boolean isRemoved() {
    return state.equals(REMOVED);
  }

  boolean isArriving() {
    return state.equals(ARRIVING);
  }

  boolean isExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  public UUID id() {
    return id;
  }

  public UUID caseId() {
    return caseId;
  }

  public String kind() {
    return kind;
  }

  public String kept() {
    return kept;
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

  public int sentSize() {
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

  public Optional<Integer> keptSize() {
    return Optional.ofNullable(keptSize);
  }

  public Instant happenedAt() {
    return happenedAt;
  }

  public UUID recordedBy() {
    return recordedBy;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  public Optional<Instant> keptAt() {
    return Optional.ofNullable(keptAt);
  }

  public Optional<Instant> removedAt() {
    return Optional.ofNullable(removedAt);
  }

  public Optional<String> removalReason() {
    return Optional.ofNullable(removalReason);
  }

  public long version() {
    return version;
  }
}
