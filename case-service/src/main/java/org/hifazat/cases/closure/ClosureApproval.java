package org.hifazat.cases.closure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.approval.Approvable;
import org.hifazat.cases.approval.Fact;
import org.hifazat.cases.approval.PendingApprovals;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.lifecycle.Blocker;
import org.hifazat.cases.lifecycle.Gates;
import org.hifazat.cases.lifecycle.Step;
import org.hifazat.cases.lifecycle.Steps;
import org.hifazat.platform.web.ProblemException;

/**
 * Approving a closure closes the case. Gates are asked again then: what a supervisor may pass over
 * is passed over with a reason and kept, the rest holds the case open whoever asks.
 */
@ApplicationScoped
class ClosureApproval implements Approvable {
  private final Session entities;
  private final CaseFiles files;
  private final ClosureReasons reasons;
  private final ClosureWords words;
  private final Gates gates;
  private final Steps steps;
  private final PendingApprovals pending;
  private final Clock clock;

  ClosureApproval(
      Session entities,
      CaseFiles files,
      ClosureReasons reasons,
      ClosureWords words,
      Gates gates,
      Steps steps,
      PendingApprovals pending,
      Clock clock) {
    this.entities = entities;
    this.files = files;
    this.reasons = reasons;
    this.words = words;
    this.gates = gates;
    this.steps = steps;
    this.pending = pending;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "closure";
  }

  /** Closing is what approving does, not a step that waits for it. */
  @Override
  public Set<Step> neededFor() {
    return Set.of();
  }

  @Override
  public Optional<UUID> current(CaseFile file) {
    return reasons.proposed(file.id()).map(CaseClosure::id);
  }

  @Override
  public Submission submit(CaseFile file) {
    CaseClosure closure =
        reasons
            .proposed(file.id())
            .orElseThrow(() -> new ProblemException(CaseProblem.APPROVAL_NOTHING_TO_APPROVE));
    ClosureWords.Clear clear = words.open(file.childId(), closure);
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.code("closure-reason", "closure-reason", closure.reason()));
    facts.add(Fact.text("summary", Optional.ofNullable(clear.summary()).orElse("")));
    closure.goals().ifPresent(goals -> facts.add(Fact.code("goals", goals)));
    facts.add(Fact.code("child-informed", closure.childInformed() ? "yes" : "no"));
    facts.add(Fact.code("caregiver-informed", closure.caregiverInformed() ? "yes" : "no"));
    Optional.ofNullable(clear.contact()).ifPresent(way -> facts.add(Fact.text("contact", way)));
    closure.childNotInformed().ifPresent(why -> facts.add(Fact.code("child-not-informed", why)));
    closure.attempts().forEach(at -> facts.add(Fact.time("attempt", at)));
    closure.reviewedOn().ifPresent(day -> facts.add(Fact.day("reviewed-on", day)));
    Optional.ofNullable(clear.reviewLedBy())
        .ifPresent(leader -> facts.add(Fact.text("review-led-by", leader)));
    Optional.ofNullable(clear.reviewFinding())
        .ifPresent(finding -> facts.add(Fact.text("review-finding", finding)));
    return new Submission(closure.id(), closure.version(), facts);
  }

  @Override
  public List<Blocker> open(CaseFile file) {
    return gates.before(file, Step.CLOSE);
  }

  @Override
  public void decided(CaseFile file, Decision decision) {
    CaseClosure closure = entities.find(CaseClosure.class, decision.subjectId());
    if (!decision.approved()) {
      closure.reject();
      return;
    }
    steps.refuseImpossible(file, Step.CLOSE, decision.at());
    // The rule of the day on which somebody decides: dating it back escapes no stricter one.
    ClosureRule rule = reasons.rule(closure.reason(), clock.instant());
    reasons.refuseMissing(
        rule,
        files.withChild(file.id()).orElseThrow(),
        decision.at(),
        new ClosureReasons.Said(
            closure.reviewedOn().isPresent(),
            closure.childInformed(),
            closure.childNotInformed().orElse(null)));
    List<Blocker> blockers = gates.before(file, Step.CLOSE);
    String why = decision.overrideReason();
    Gates.refuse(
        blockers.stream().filter(blocker -> why == null || !blocker.overridable()).toList());
    closure.close(
        decision.at(),
        blockers.stream().map(Blocker::code).distinct().toList(),
        why == null ? null : words.override(file.childId(), closure.id(), why));
    steps.take(file, Step.CLOSE, decision.at(), closure.reason(), rule.postClosureCheck());
    pending.withdrawAll(file);
  }

  @Override
  public void withdrawn(CaseFile file, UUID subjectId) {
    entities.find(CaseClosure.class, subjectId).withdraw();
  }
}
