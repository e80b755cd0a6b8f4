package org.hifazat.assessment.completed;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hifazat.assessment.instrument.ArithmeticLine;
import org.hifazat.assessment.instrument.Instrument;
import org.hifazat.assessment.instrument.RiskLevel;
import org.hifazat.assessment.instrument.Scoring;
import org.jspecify.annotations.Nullable;

/** A completed assessment. Never changes: a new look at the child is a new assessment. */
@Entity
@Immutable
@Table(name = "assessment")
public class Assessment {

  /** The cipher's name of the answers column. */
  static final String ANSWERS = "assessment.answers";

  /** The cipher's name of the column with the reason of an addendum. */
  static final String AMEND_REASON = "assessment.amend_reason";

  @Id
  @Column(name = "id")
  private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column(name = "instrument_id")
  private String instrumentId;

  @Column(name = "instrument_version")
  private String instrumentVersion;

  @Column(name = "engine")
  private String engine;

  @Column(name = "risk_level")
  private @Nullable String riskLevel;

  @Column(name = "band")
  private String band;

  @Column(name = "valid")
  private boolean valid;

  @Column(name = "score")
  private int score;

  @Column(name = "sum_questions")
  private String[] sumQuestions;

  @Column(name = "sum_values")
  private Integer[] sumValues;

  @Column(name = "red_flags")
  private String[] redFlags;

  @Column(name = "rejected_claims")
  private String[] rejectedClaims;

  @Column(name = "conducted_at")
  private Instant conductedAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "conducted_by")
  private UUID conductedBy;

  @Column(name = "answers")
  private byte[] answers;

  @Column(name = "purpose")
  private String purpose;

  @Column(name = "respondent")
  private String respondent;

  @Column(name = "respondent_id")
  private @Nullable UUID respondentId;

  @Column(name = "occasion_id")
  private @Nullable UUID occasionId;

  @Column(name = "supervised_by")
  private @Nullable UUID supervisedBy;

  @Column(name = "amends")
  private @Nullable UUID amends;

  @Column(name = "amend_reason")
  private byte @Nullable [] amendReason;

  /** For Hibernate. */
  protected Assessment() {}

  /**
   * @param answers the pruned submission, already encrypted
   * @param amendReason of an addendum, already encrypted
   */
  Assessment(
      UUID id,
      Instrument instrument,
      Scoring.Scored scored,
      Conducting conducting,
      byte[] answers,
      byte @Nullable [] amendReason) {
    this.id = id;
    this.caseId = conducting.caseId();
    this.purpose = instrument.purpose();
    Circumstances circumstances = conducting.circumstances();
    this.respondent = circumstances.respondentOf(instrument);
    this.respondentId = circumstances.respondentId();
    this.occasionId = circumstances.occasionId() == null ? id : circumstances.occasionId();
    this.supervisedBy = circumstances.supervisedBy();
    this.amends = conducting.amendment() == null ? null : conducting.amendment().of();
    this.amendReason = amendReason == null ? null : amendReason.clone();
    this.instrumentId = instrument.id();
    this.instrumentVersion = instrument.version();
    this.engine = Instrument.ENGINE;
    this.riskLevel = scored.level().map(RiskLevel::code).orElse(null);
    this.band = scored.band();
    this.valid = scored.valid();
    this.score = scored.score();
    List<ArithmeticLine> sum = scored.arithmetic();
    this.sumQuestions = sum.stream().map(ArithmeticLine::question).toArray(String[]::new);
    this.sumValues = sum.stream().map(ArithmeticLine::value).toArray(Integer[]::new);
    this.redFlags = scored.redFlags().toArray(String[]::new);
    this.rejectedClaims = scored.rejectedClaims().toArray(String[]::new);
    this.conductedAt = conducting.times().conducted();
    this.recordedAt = conducting.times().recorded();
    this.conductedBy = conducting.by();
    this.answers = answers.clone();
  }

  /**
   * The two times every act has.
   *
   * @param conducted when it happened
   * @param recorded when it was written down here, never before it happened
   */
  record Times(Instant conducted, Instant recorded) {}

  /**
   * Who conducted it, when and how.
   *
   * @param amendment what an addendum puts right; null for what stands by itself
   */
  record Conducting(
      UUID caseId,
      Times times,
      UUID by,
      Circumstances circumstances,
      @Nullable Amendment amendment) {}

  /** Which assessment an addendum is to, and why. */
  record Amendment(UUID of, String reason) {}

  CompletedAssessment completed() {
    return new CompletedAssessment(
        id,
        caseId,
        instrumentId,
        instrumentVersion,
        riskLevel,
        band,
        valid,
        score,
        sumQuestions,
        sumValues,
        redFlags,
        rejectedClaims,
        conductedAt,
        recordedAt,
        new CompletedAssessment.Circle(
            purpose,
            conductedBy,
            respondent,
            respondentId,
            occasionId == null ? id : occasionId,
            supervisedBy,
            null,
            null,
            null,
            amends,
            null));
  }
}
