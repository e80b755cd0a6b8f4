package org.hifazat.cases.takeover;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file of existing cases on its way into the register. */
@Entity
@Table(name = "case_import")
public class CaseImport {
  static final String UPLOADING = "uploading";
  static final String CHECKING = "checking";
  static final String CHECKED = "checked";
  static final String RUNNING = "running";
  static final String DONE = "done";
  static final String REFUSED = "refused";

  @Id private UUID id;

  @Column(name = "unit_id")
  private UUID unitId;

  @Column(name = "created_by")
  private UUID createdBy;

  @Column private String state;
  @Column private @Nullable String refusal;

  @Column(name = "row_count")
  private int rowCount;

  @Column(name = "next_row")
  private int nextRow;

  @Column private int ready;
  @Column private int faulty;
  @Column private int known;

  @Column(name = "taken_over")
  private int takenOver;

  @Column private int joined;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "finished_at")
  private @Nullable Instant finishedAt;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected CaseImport() {}

  static CaseImport begun(UUID id, UUID unitId, UUID by, Instant at) {
    CaseImport begun = new CaseImport();
    begun.id = id;
    begun.unitId = unitId;
    begun.createdBy = by;
    begun.state = UPLOADING;
    begun.nextRow = 1;
    begun.createdAt = at;
    return begun;
  }

  void check() {
    state = CHECKING;
  }

  void run() {
    state = RUNNING;
    nextRow = 1;
  }

  void refuse(String why, Instant at) {
    state = REFUSED;
    refusal = why;
    finishedAt = at;
  }

  void knowsRows(int count) {
    rowCount = count;
  }

  void found(String outcome) {
    switch (outcome) {
      case RowOutcome.READY -> ready++;
      case RowOutcome.KNOWN -> known++;
      default -> faulty++;
    }
  }

  void tookOver() {
    takenOver++;
    ready--;
  }

  /** A row that was ready is found to be known or faulty when its turn comes. */
  void foundLate(String outcome) {
    ready--;
    found(outcome);
  }

  /** Somebody said that a row is another child than the known one. */
  void insisted() {
    known--;
    ready++;
  }

  /** Somebody said that a row is the known child. */
  void joinedOne() {
    known--;
    joined++;
  }

  void goOnAt(int row) {
    nextRow = row;
  }

  void finish(Instant at) {
    if (state.equals(CHECKING)) {
      state = CHECKED;
    } else {
      state = DONE;
      finishedAt = at;
    }
  }

  public UUID id() {
    return id;
  }

  UUID unitId() {
    return unitId;
  }

  UUID createdBy() {
    return createdBy;
  }

  public String state() {
    return state;
  }

  public Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }

  public int rowCount() {
    return rowCount;
  }

  /** How many rows have been looked at in the present state. */
  public int nextRow() {
    return nextRow;
  }

  public int ready() {
    return ready;
  }

  public int faulty() {
    return faulty;
  }

  public int known() {
    return known;
  }

  public int takenOver() {
    return takenOver;
  }

  /** Rows that belong to a case which was there before. */
  public int joined() {
    return joined;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Optional<Instant> finishedAt() {
    return Optional.ofNullable(finishedAt);
  }

  public long version() {
    return version;
  }
}
