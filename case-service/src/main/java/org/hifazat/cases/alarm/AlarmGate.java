package org.hifazat.cases.alarm;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.lifecycle.Blocker;
import org.hifazat.cases.lifecycle.CaseWarnings;
import org.hifazat.cases.lifecycle.Gate;
import org.hifazat.cases.lifecycle.Step;
import org.hifazat.cases.lifecycle.Warning;

/**
 * Nobody leaves the assessment, or goes on with a plan, while an alarm has no safety plan made
 * after it. A supervisor may close the case nevertheless, with a reason.
 */
@ApplicationScoped
class AlarmGate implements Gate, CaseWarnings {
  private static final String CODE = "safety-plan-after-alarm";
  private static final Set<String> KINDS = Set.of("suicide", "ongoing-abuse");

  private final CaseAlarms alarms;

  AlarmGate(CaseAlarms alarms) {
    this.alarms = alarms;
  }

  @Override
  public Set<Step> guards() {
    return Set.of(Step.PLAN, Step.IMPLEMENT, Step.REPLAN, Step.CLOSE);
  }

  @Override
  public List<Blocker> blockers(CaseFile file, Step step) {
    return alarms.unanswered(file).stream()
        .limit(1)
        .map(
            alarm ->
                step == Step.CLOSE
                    ? Blocker.overridable(CODE, alarm.id())
                    : Blocker.firm(CODE, alarm.id()))
        .toList();
  }

  @Override
  public List<Warning> of(CaseFile file) {
    if (file.isClosed()) {
      return List.of();
    }
    return alarms.unanswered(file).stream()
        .collect(Collectors.groupingBy(alarm -> code(alarm.kind())))
        .entrySet()
        .stream()
        .map(kind -> new Warning(kind.getKey(), true, kind.getValue().getFirst().id()))
        .toList();
  }

  /** A kind of a later version still warns. */
  private static String code(String kind) {
    return KINDS.contains(kind) ? "alarm-" + kind : "alarm-other";
  }
}
