package org.hifazat.cases.sealing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hifazat.cases.casefile.CaseFile;
import org.jspecify.annotations.Nullable;

/** That a case is or was sealed, why, and for whom. */
@Entity
@Table(name = "case_seal")
public class CaseSeal {
  static final String WORDS = "case_seal.words";

  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column(name = "unit_id")
  private UUID unitId;

  @Column private String reason;
  @Column private byte[] words;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "named_ids")
  private List<UUID> namedIds;

  @Column(name = "sealed_by")
  private UUID sealedBy;

  @Column(name = "happened_at")
  private Instant happenedAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "ended_by")
  private @Nullable UUID endedBy;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected CaseSeal() {}

  /** Who did it, when it happened and when it was recorded. */
  record Act(UUID by, Instant happenedAt, Instant recordedAt) {}

  static CaseSeal of(
      UUID id, CaseFile file, String reason, byte[] words, List<UUID> named, Act act) {
    CaseSeal seal = new CaseSeal();
    seal.id = id;
    seal.caseId = file.id();
    seal.unitId = file.unitId();
    seal.reason = reason;
    seal.words = words;
    seal.namedIds = List.copyOf(named);
    seal.sealedBy = act.by();
    seal.happenedAt = act.happenedAt().truncatedTo(ChronoUnit.MICROS);
    seal.recordedAt = act.recordedAt();
    return seal;
  }

  void end(UUID by, Instant at) {
    endedBy = by;
    endedAt = at.truncatedTo(ChronoUnit.MICROS);
  }

  UUID id() {
    return id;
  }

  public String reason() {
    return reason;
  }

  byte[] words() {
    return words;
  }

  public List<UUID> namedIds() {
    return namedIds;
  }

  public UUID sealedBy() {
    return sealedBy;
  }

  public Instant happenedAt() {
    return happenedAt;
  }
}
