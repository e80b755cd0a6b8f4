package org.hifazat.cases.risk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.casefile.CaseEvents;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.casefile.RiskLevel;
import org.hifazat.cases.casefile.RiskSet;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.jspecify.annotations.Nullable;

/**
 * Two records of one child have one risk: the higher. Whoever confirms a merge may not reach the
 * case that goes on, so this is done by the service itself, seconds later and once; undoing the
 * merge takes it back unless the case was assessed since.
 */
@ApplicationScoped
public class RiskOfMerges {
  private static final int BATCH = 50;

  private final Session entities;
  private final CaseFiles files;
  private final ApplyAssessment assessments;
  private final ClocksOfRisk clocks;
  private final Event<RiskSet> changed;
  private final Outbox outbox;
  private final Timeline timeline;
  private final CallerContext callers;
  private final Clock clock;

  RiskOfMerges(
      Session entities,
      CaseFiles files,
      ApplyAssessment assessments,
      ClocksOfRisk clocks,
      Event<RiskSet> changed,
      Outbox outbox,
      Timeline timeline,
      CallerContext callers,
      Clock clock) {
    this.entities = entities;
    this.files = files;
    this.assessments = assessments;
    this.clocks = clocks;
    this.changed = changed;
    this.outbox = outbox;
    this.timeline = timeline;
    this.callers = callers;
    this.clock = clock;
  }

  @Scheduled(
      identity = "risk-of-merges",
      every = "${hifazat.merges.risk-every:5s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    followAll();
  }

  /** Everything that waits for it; returns how many merges were looked at. */
  public int followAll() {
    return callers.as(
        Caller.system("risk-of-merges"), () -> QuarkusTransaction.requiringNew().call(this::batch));
  }

  private int batch() {
    if (!leads()) {
      return 0;
    }
    List<Side> confirmed =
        sides(
            """
            select m.id, m.surviving_case, c.risk_level as level, c.risk_assessment_id as assessment,
                   c.risk_set_at as set_at, cast(null as uuid) as raised_by, false as whole
              from child_merge m join case_file c on c.id = m.merged_case
             where m.state = 'confirmed' and not m.risk_followed order by m.id""");
    confirmed.forEach(this::follow);
    List<Side> undone =
        sides(
            """
            select m.id, m.surviving_case, m.risk_before ->> 'level' as level,
                   cast(m.risk_before ->> 'assessment' as uuid) as assessment,
                   cast(m.risk_before ->> 'setAt' as timestamptz) as set_at,
                   cast(m.risk_before ->> 'raisedBy' as uuid) as raised_by,
                   coalesce(cast(m.risk_before ->> 'whole' as boolean), false) as whole
              from child_merge m
             where m.state = 'undone' and m.risk_before is not null order by m.id""");
    undone.forEach(this::takeBack);
    return confirmed.size() + undone.size();
  }

  private boolean leads() {
    return entities
        .createNativeQuery(
            "select pg_try_advisory_xact_lock(hashtextextended('risk-of-merges', 0))",
            Boolean.class)
        .getSingleResult();
  }

  /**
   * What the surviving case is to have, or had.
   *
   * @param whole whether the merged case's assessment of the whole child met its task
   */
  private record Side(
      UUID merge,
      UUID survivor,
      @Nullable String level,
      @Nullable UUID assessment,
      @Nullable Instant setAt,
      @Nullable UUID raisedBy,
      boolean whole) {}

  private List<Side> sides(String text) {
    return entities
        .createNativeQuery(text, Object[].class)
        .addScalar("id", UUID.class)
        .addScalar("surviving_case", UUID.class)
        .addScalar("level", String.class)
        .addScalar("assessment", UUID.class)
        .addScalar("set_at", Instant.class)
        .addScalar("raised_by", UUID.class)
        .addScalar("whole", Boolean.class)
        .setMaxResults(BATCH)
        .getResultStream()
        .map(
            row ->
                new Side(
                    (UUID) row[0],
                    (UUID) row[1],
                    (String) row[2],
                    (UUID) row[3],
                    (Instant) row[4],
                    (UUID) row[5],
                    (Boolean) row[6]))
        .toList();
  }

  private void follow(Side merged) {
    CaseFile survivor = files.withinReach(merged.survivor()).orElseThrow();
    Optional<RiskLevel> before = survivor.riskLevel();
    UUID assessmentBefore = survivor.riskAssessmentId().orElse(null);
    Instant setBefore = survivor.riskSetAt().orElse(null);
    String level = merged.level();
    UUID assessment = merged.assessment();
    Instant setAt = merged.setAt();
    boolean whole = clocks.assessedInBoth(survivor);
    boolean raised = false;
    if (level != null && assessment != null && setAt != null && isLower(before, level)) {
      assessments.apply(survivor, new AssessmentCompleted(assessment, survivor.id(), level, setAt));
      raised = survivor.riskAssessmentId().filter(assessment::equals).isPresent();
    }
    entities.flush();
    entities
        .createNativeMutationQuery(
            """
            update child_merge set risk_followed = true,
                   risk_before = case when :raised or :whole then jsonb_build_object('level', cast(:level as text),
                     'assessment', cast(:assessment as text), 'setAt', cast(:setAt as text),
                     'raisedBy', case when :raised then cast(:raisedBy as text) end, 'whole', :whole) end
             where id = :merge""")
        .setParameter("raised", raised)
        .setParameter("whole", whole)
        .setParameter("level", before.map(RiskLevel::label).orElse(null), String.class)
        .setParameter("assessment", text(assessmentBefore), String.class)
        .setParameter("setAt", text(setBefore), String.class)
        .setParameter("raisedBy", text(merged.assessment()), String.class)
        .setParameter("merge", merged.merge())
        .executeUpdate();
  }

  private static boolean isLower(Optional<RiskLevel> before, String level) {
    return before.isEmpty() || before.get().lowerThan(RiskLevel.of(level));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /** A level that somebody has found since is the case's own. */
  private void takeBack(Side before) {
    CaseFile survivor = files.withinReach(before.survivor()).orElseThrow();
    Optional<RiskLevel> now = survivor.riskLevel();
    if (!survivor.isClosed()
        && now.isPresent()
        && survivor.riskAssessmentId().equals(Optional.ofNullable(before.raisedBy()))) {
      RiskLevel level = before.level() == null ? null : RiskLevel.of(before.level());
      survivor.riskAsBefore(level, before.assessment(), before.setAt());
      entities.flush();
      if (level == null) {
        outbox.append(CaseEvents.riskLevelTakenBack(survivor, now.get(), clock.instant()));
        clocks.notAssessed(survivor);
        timeline.happened(
            survivor.id(), "risk-taken-back", clock.instant(), null, now.get().label());
      } else {
        tell(survivor, level, now.get(), before);
      }
    }
    if (before.whole()) {
      clocks.wholeChildAgain(survivor);
    }
    entities
        .createNativeMutationQuery("update child_merge set risk_before = null where id = :merge")
        .setParameter("merge", before.merge())
        .executeUpdate();
  }

  private void tell(CaseFile survivor, RiskLevel level, RiskLevel from, Side before) {
    Instant now = clock.instant();
    UUID assessment = before.assessment();
    if (assessment != null) {
      outbox.append(
          CaseEvents.riskLevelSet(survivor, level, Optional.of(from), assessment, now, now));
    }
    changed.fire(new RiskSet(survivor, level, now));
    timeline.happened(survivor.id(), "risk-lowered", now, assessment, from.label(), level.label());
  }
}
