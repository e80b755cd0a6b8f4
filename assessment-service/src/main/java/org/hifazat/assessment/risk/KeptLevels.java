package org.hifazat.assessment.risk;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.assessment.knowncase.RiskTold;

/** Every level of risk a case was given, kept as it was told. */
@ApplicationScoped
class KeptLevels {

  private static final int MOST = 300;

  // Nothing is kept of a case nobody told of.
  private static final String KEEP =
      """
      insert into risk_level_set
        (event_id, case_id, assessment_id, level, previous_level, set_at, recorded_at)
      select cast(?1 as uuid), k.case_id, cast(?3 as uuid), cast(?4 as text), cast(?5 as text),
             cast(?6 as timestamptz), cast(?7 as timestamptz)
        from known_case k where k.case_id = ?2
      """;

  private static final String OF_CASES =
      """
      select level, previous_level, assessment_id, set_at, recorded_at
        from risk_level_set where case_id in (:cases)
       order by set_at desc, recorded_at desc
      """;

  private static final String NOW =
      """
      select risk_level, risk_at from known_case where case_id = ?1 and risk_level is not null
      """;

  private final Session database;

  KeptLevels(Session database) {
    this.database = database;
  }

  /**
   * The level a case has.
   *
   * @param since from when it counts
   */
  record Level(String level, Instant since) {}

  void told(@Observes RiskTold told) {
    database
        .createNativeMutationQuery(KEEP)
        .setParameter(1, told.eventId())
        .setParameter(2, told.caseId())
        .setParameter(3, told.assessmentId())
        .setParameter(4, told.level())
        .setParameter(5, told.previousLevel(), String.class)
        .setParameter(6, told.setAt())
        .setParameter(7, told.recordedAt())
        .executeUpdate();
  }

  /** The one set last first. */
  @Transactional(MANDATORY)
  List<RiskHistory.LevelSet> ofCases(List<UUID> cases) {
    return database
        .createNativeQuery(OF_CASES, Object[].class)
        .addScalar("level", String.class)
        .addScalar("previous_level", String.class)
        .addScalar("assessment_id", UUID.class)
        .addScalar("set_at", Instant.class)
        .addScalar("recorded_at", Instant.class)
        .setParameterList("cases", cases)
        .setMaxResults(MOST)
        .getResultStream()
        .map(
            row ->
                RiskHistory.LevelSet.of(
                    (String) row[0],
                    (String) row[1],
                    (UUID) row[2],
                    (Instant) row[3],
                    (Instant) row[4]))
        .toList();
  }

  /** The level the case has now; empty when it has none. */
  @Transactional(MANDATORY)
  Optional<Level> now(UUID caseId) {
    return database
        .createNativeQuery(NOW, Object[].class)
        .addScalar("risk_level", String.class)
        .addScalar("risk_at", Instant.class)
        .setParameter(1, caseId)
        .getResultStream()
        .map(row -> new Level((String) row[0], (Instant) row[1]))
        .findFirst();
  }
}
