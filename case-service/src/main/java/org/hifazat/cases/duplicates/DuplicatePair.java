package org.hifazat.cases.duplicates;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Two registered children who may be one. The matcher writes it, people decide on it. */
@Entity
@Table(name = "duplicate_pair")
public class DuplicatePair {
  static final String OPEN = "open";
  static final String SAME = "same";
  static final String MERGED = "merged";
  static final String GONE = "gone";

  @Id private UUID id;

  @Column(name = "one_child")
  private UUID oneChild;

  @Column(name = "other_child")
  private UUID otherChild;

  @Column(name = "one_case")
  private UUID oneCase;

  @Column(name = "other_case")
  private UUID otherCase;

  @Column(name = "one_unit")
  private UUID oneUnit;

  @Column(name = "other_unit")
  private UUID otherUnit;

  @Column private String zone;
  @Column private double chance;
  @Column private double weight;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column
  private String parts;

  @Column(name = "weights_version")
  private short weightsVersion;

  @Column(name = "found_at")
  private Instant foundAt;

  @Column private String state;
  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected DuplicatePair() {}

  /** False when the pair is merged, or is no longer one. */
  boolean decide(String decision) {
    if (state.equals(MERGED) || state.equals(GONE)) {
      return false;
    }
    state = decision;
    return true;
  }

  void merged() {
    state = MERGED;
  }

  /** Looked at again after a merge was undone or turned down. */
  void reopen() {
    state = OPEN;
  }

  public UUID id() {
    return id;
  }

  UUID oneChild() {
    return oneChild;
  }

  UUID otherChild() {
    return otherChild;
  }

  public UUID oneCase() {
    return oneCase;
  }

  public UUID otherCase() {
    return otherCase;
  }

  public UUID oneUnit() {
    return oneUnit;
  }

  public UUID otherUnit() {
    return otherUnit;
  }

  public String zone() {
    return zone;
  }

  public double chance() {
    return chance;
  }

  public double weight() {
    return weight;
  }

  String parts() {
    return parts;
  }

  public int weightsVersion() {
    return weightsVersion;
  }

  public Instant foundAt() {
    return foundAt;
  }

  public String state() {
    return state;
  }

  public long version() {
    return version;
  }
}
