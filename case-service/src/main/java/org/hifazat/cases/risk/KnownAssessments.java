package org.hifazat.cases.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Assessments of a case by their result, as the assessment service tells of them. */
@ApplicationScoped
public class KnownAssessments {
  private static final String RISK = "risk";

  private final Session entities;

  KnownAssessments(Session entities) {
    this.entities = entities;
  }

  /**
   * @param instrumentId null for one that was told of before instruments were kept
   * @param score null when too much was left out to score it
   */
  public record Known(
      UUID id,
      @Nullable String instrumentId,
      @Nullable String instrumentVersion,
      String purpose,
      @Nullable String riskLevel,
      @Nullable String band,
      boolean valid,
      @Nullable BigDecimal score,
      List<String> redFlags,
      @Nullable String respondent,
      @Nullable UUID addendumOf,
      Instant conductedAt) {}

  @Transactional(Transactional.TxType.MANDATORY)
  void learn(AssessmentTold told) {
    String purpose = told.purpose();
    List<String> flags = told.redFlags();
    entities
        .createNativeMutationQuery(
            """
            insert into known_assessment
              (assessment_id, case_id, instrument_id, instrument_version, purpose, risk_level, band, valid, score,
               red_flags, respondent, addendum_of, conducted_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, cast(?9 as numeric), cast(?10 as text[]), ?11, cast(?12 as uuid), ?13)
            on conflict (assessment_id) do nothing""")
        .setParameter(1, told.assessmentId())
        .setParameter(2, told.caseId())
        .setParameter(3, told.instrumentId())
        .setParameter(4, told.instrumentVersion())
        .setParameter(5, purpose == null ? RISK : purpose)
        .setParameter(6, told.riskLevel())
        .setParameter(7, told.band())
        .setParameter(8, !Boolean.FALSE.equals(told.valid()))
        .setParameter(9, told.score() == null ? null : told.score().toPlainString())
        .setParameter(10, flags == null ? new String[0] : flags.toArray(String[]::new))
        .setParameter(11, told.respondent())
        .setParameter(12, told.addendumOf() == null ? null : told.addendumOf().toString())
        .setParameter(13, told.conductedAt())
        .executeUpdate();
  }

  /** Also those of cases that went into this one; newest first. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Known> ofCase(UUID caseId, int most) {
    return entities
        .createNativeQuery(
            """
            select assessment_id, instrument_id, instrument_version, purpose, risk_level, band, valid, score, red_flags,
                   respondent, addendum_of, conducted_at
              from known_assessment where case_id in (select history_of_case(:case))
             order by conducted_at desc, assessment_id desc limit :most""",
            Object[].class)
        .addScalar("assessment_id", UUID.class)
        .addScalar("instrument_id", String.class)
        .addScalar("instrument_version", String.class)
        .addScalar("purpose", String.class)
        .addScalar("risk_level", String.class)
        .addScalar("band", String.class)
        .addScalar("valid", Boolean.class)
        .addScalar("score", BigDecimal.class)
        .addScalar("red_flags", String[].class)
        .addScalar("respondent", String.class)
        .addScalar("addendum_of", UUID.class)
        .addScalar("conducted_at", Instant.class)
        .setParameter("case", caseId)
        .setParameter("most", most)
        .getResultList()
        .stream()
        .map(
            row ->
                new Known(
                    (UUID) row[0],
                    (String) row[1],
                    (String) row[2],
                    (String) row[3],
                    (String) row[4],
                    (String) row[5],
                    (Boolean) row[6],
                    (BigDecimal) row[7],
                    List.of((String[]) row[8]),
                    (String) row[9],
                    (UUID) row[10],
                    (Instant) row[11]))
        .toList();
  }
}
