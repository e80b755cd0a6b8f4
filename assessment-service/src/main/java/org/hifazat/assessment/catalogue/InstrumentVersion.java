package org.hifazat.assessment.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.assessment.instrument.Instrument;
import org.hifazat.assessment.instrument.InstrumentShelf;
import org.jspecify.annotations.Nullable;

/** One version of an instrument. The database refuses to change one that was published. */
@Entity
@Table(name = "instrument_version")
@IdClass(InstrumentVersion.Key.class)
class InstrumentVersion {

  /** Which one. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1;
    @Nullable String instrumentId;
    @Nullable String version;

    /** For Hibernate. */
    Key() {}

    Key(String instrumentId, String version) {
      this.instrumentId = instrumentId;
      this.version = version;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && Objects.equals(instrumentId, key.instrumentId)
          && Objects.equals(version, key.version);
    }

    @Override
    public int hashCode() {
      return Objects.hash(instrumentId, version);
    }
  }

  @Id
  @Column(name = "instrument_id")
  private String instrumentId;

  @Id
  @Column(name = "version")
  private String version;

  @Column(name = "state")
  private String state;

  @Column(name = "origin")
  private String origin;

  @Column(name = "form")
  private @Nullable String form;

  @Column(name = "descriptor")
  private @Nullable String descriptor;

  @Column(name = "golden")
  private @Nullable String golden;

  @Column(name = "form_sha256")
  private String formSha256;

  @Column(name = "structure")
  private @Nullable String structure;

  @Column(name = "wording_source")
  private @Nullable String wordingSource;

  @Column(name = "browser_results")
  private @Nullable String browserResults;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "recorded_by")
  private @Nullable UUID recordedBy;

  @Column(name = "checked_at")
  private @Nullable Instant checkedAt;

  @Column(name = "published_at")
  private @Nullable Instant publishedAt;

  @Column(name = "published_by")
  private @Nullable UUID publishedBy;

  @Column(name = "retired_at")
  private @Nullable Instant retiredAt;

  @Column(name = "retired_by")
  private @Nullable UUID retiredBy;

  @Column(name = "retirement_reason")
  private @Nullable String retirementReason;

  @Version
  @Column(name = "row_version")
  private long rowVersion;

  /** For Hibernate. */
  protected InstrumentVersion() {}

  /** An act: who, and when; nobody when the service itself did it. */
  record Act(@Nullable UUID by, Instant at) {
    /** Who did it, when somebody did. */
    UUID actor() {
      return Objects.requireNonNull(by);
    }
  }

  InstrumentVersion(InstrumentShelf.Key key, VersionState state, String origin, Act recorded) {
    this.instrumentId = key.id();
    this.version = key.version();
    this.state = state.code();
    this.origin = origin;
    this.recordedAt = recorded.at();
    this.recordedBy = recorded.by();
  }

  InstrumentShelf.Key key() {
    return new InstrumentShelf.Key(instrumentId, version);
  }

  VersionState state() {
    return VersionState.of(state);
  }

  String origin() {
    return origin;
  }

  String form() {
    return Objects.requireNonNull(form);
  }

  String descriptor() {
    return Objects.requireNonNull(descriptor);
  }

  String golden() {
    return Objects.requireNonNull(golden);
  }

  /** False for one recorded before forms were kept here. */
  boolean hasContent() {
    return form != null;
  }

  String formSha256() {
    return formSha256;
  }

  Optional<String> wordingSource() {
    return Optional.ofNullable(wordingSource);
  }

  Optional<String> browserResults() {
    return Optional.ofNullable(browserResults);
  }

  Optional<Instant> publishedAt() {
    return Optional.ofNullable(publishedAt);
  }

  Optional<Instant> checkedAt() {
    return Optional.ofNullable(checkedAt);
  }

  Optional<Instant> retiredAt() {
    return Optional.ofNullable(retiredAt);
  }

  Optional<String> retirementReason() {
    return Optional.ofNullable(retirementReason);
  }

  long rowVersion() {
    return rowVersion;
  }

  /** Another content: whatever was checked before means nothing any more. */
  void fill(String newForm, String newDescriptor, String newGolden) {
    form = newForm;
    descriptor = newDescriptor;
    golden = newGolden;
    formSha256 = Instrument.fingerprint(newForm);
    browserResults = null;
    checkedAt = null;
  }

  /** Stands where a version that was just filled stands. */
  void begin(VersionState first) {
    state = first.code();
    wordingSource = null;
    structure = null;
  }

  /** The form as it was before any wording was put into it. */
  String structure() {
    return structure == null ? form() : structure;
  }

  /** The licence holder's wording is in its places now. */
  void worded(String worded, String newDescriptor, String source) {
    String before = structure();
    fill(worded, newDescriptor, golden());
    structure = before;
    wordingSource = source;
    state = VersionState.DRAFT.code();
  }

  /**
   * @param passed whether nothing was found
   */
  void checked(boolean passed, String results, Instant at) {
    browserResults = results;
    checkedAt = at;
    state = (passed ? VersionState.CHECKED : VersionState.DRAFT).code();
  }

  void publish(Act published) {
    state = VersionState.PUBLISHED.code();
    publishedAt = published.at();
    publishedBy = published.by();
  }

  void retire(Act retired, String reason) {
    state = VersionState.RETIRED.code();
    retiredAt = retired.at();
    retiredBy = retired.by();
    retirementReason = reason;
  }
}
