package org.hifazat.cases.story;

import static org.hifazat.cases.story.StoryGroup.CASE;
import static org.hifazat.cases.story.StoryGroup.CHILD;
import static org.hifazat.cases.story.StoryGroup.CONSENT;
import static org.hifazat.cases.story.StoryGroup.PAPER;
import static org.hifazat.cases.story.StoryGroup.PLAN;
import static org.hifazat.cases.story.StoryGroup.REFERRAL;
import static org.hifazat.cases.story.StoryGroup.RISK;
import static org.hifazat.cases.story.StoryGroup.TASK;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hifazat.cases.access.CaseOperation;
import org.jspecify.annotations.Nullable;

/**
 * Every kind of entry a feature writes: where it belongs, and who reads it. An entry of a kind that
 * is not listed here is kept and shown to nobody. Add a line for a new kind, and its words in the
 * web application's messages, as {@code story.<kind>}.
 */
public final class StoryKinds {
  private static final Map<String, StoryKind> ALL = new TreeMap<>();

  static {
    // case and lifecycle
    kind("case-opened", CASE);
    kind("case-imported", CASE);
    kind("register-entry-joined", CASE);
    kind("case-exported", CASE);
    kind("case-moved", CASE);
    kind("case-closed", CASE);
    kind("case-reopened", CASE);
    kind("approval-requested", CASE);
    kind("approval-decided", CASE);
    kind("approval-withdrawn", CASE);
    kind("concern-joined", CASE);
    // assignment, transfer, sealed cases, emergency access
    kind("case-assigned", CASE);
    kind("case-member-added", CASE);
    kind("case-member-left", CASE);
    kind("case-asked-for", CASE);
    kind("case-request-answered", CASE);
    kind("case-transferred", CASE);
    kind("transfer-proposed", CASE);
    kind("transfer-accepted", CASE);
    kind("transfer-declined", CASE);
    kind("transfer-withdrawn", CASE);
    kind("case-sealed", CASE);
    kind("case-seal-changed", CASE);
    kind("case-unsealed", CASE);
    kind("emergency-access", CASE);
    kind("emergency-access-reviewed", CASE);
    // duplicates
    kind("case-merged", CASE);
    kind("case-merged-in", CASE);
    kind("merge-undone", CASE);
    // children and their people
    kind("child-particulars-changed", CHILD);
    kind("person-added", CHILD);
    kind("person-changed", CHILD);
    kind("person-left", CHILD);
    kind("safe-place-added", CHILD);
    kind("safe-place-changed", CHILD);
    kind("safe-place-lost", CHILD);
    kind("case-linked", CHILD);
    kind("case-unlinked", CHILD);
    kind("separation-recorded", CHILD);
    kind("tracing-moved", CHILD);
    kind("nationality-recorded", CHILD, CaseOperation.VIEW_NATIONALITY);
    kind("nationality-removed", CHILD, CaseOperation.VIEW_NATIONALITY);
    // consent
    kind("consent-recorded", CONSENT);
    kind("consent-lapsed", CONSENT);
    kind("consent-expired", CONSENT);
    kind("consent-outgrown", CONSENT);
    kind("consent-overridden", CONSENT);
    kind("consent-override-confirmed", CONSENT);
    kind("consent-override-rejected", CONSENT);
    kind("consent-override-lapsed", CONSENT);
    kind("consent-override-ended", CONSENT);
    // risk
    kind("assessment-completed", RISK);
    kind("alarm-raised", RISK);
    kind("risk-level-set", RISK);
    kind("risk-lowering-suggested", RISK);
    kind("risk-lowered", RISK);
    kind("risk-taken-back", RISK);
    kind("assessment-kept-only", RISK);
    // What is due and what is offered tells what a screening found: casework knows, no document.
    kind("assessment-due", RISK, CaseOperation.VIEW_CASEWORK);
    kind("responses-offered", RISK, CaseOperation.VIEW_CASEWORK);
    kind("response-taken", PLAN, CaseOperation.VIEW_CASEWORK);
    // case plan, services, follow-up, conference
    kind("case-plan-drafted", PLAN);
    kind("case-plan-changed", PLAN);
    kind("case-plan-discarded", PLAN);
    kind("case-plan-approved", PLAN);
    kind("goal-progressed", PLAN);
    kind("safety-plan-made", PLAN);
    kind("service-given", PLAN);
    kind("service-struck-out", PLAN);
    kind("follow-up-planned", PLAN);
    kind("follow-up-cancelled", PLAN);
    kind("follow-up-held", PLAN);
    kind("follow-up-missed", PLAN);
    kind("case-reviewed", PLAN);
    kind("case-conference-planned", PLAN);
    kind("case-conference-moved", PLAN);
    kind("case-conference-cancelled", PLAN);
    kind("case-conference-held", PLAN);
    // tasks and deadlines
    kind("task-completed", TASK);
    kind("task-reassigned", TASK);
    kind("task-escalated", TASK);
    // referrals
    kind("referral-requested", REFERRAL);
    kind("referral-moved", REFERRAL);
    kind("referral-loop-closed", REFERRAL);
    kind("referral-carried-out-action", REFERRAL);
    kind("referral-escalated", REFERRAL);
    kind("referral-message-added", REFERRAL);
    kind("referral-handed-over", REFERRAL);
    kind("referral-returned", REFERRAL);
    kind("referral-return-answered", REFERRAL);
    kind("feedback-recorded", REFERRAL);
    kind("feedback-concern", REFERRAL);
    kind("feedback-released", REFERRAL);
    kind("feedback-withdrawn", REFERRAL);
    // notes, documents, incidents, orders, placements
    kind("note-written", PAPER);
    kind("note-added-to", PAPER);
    kind("document-added", PAPER);
    kind("document-removed", PAPER);
    kind("hearing-held", PAPER);
    kind("hearing-adjourned", PAPER);
    kind("hearing-cancelled", PAPER);
    kind("placement-began", PAPER);
    kind("placement-reviewed", PAPER);
    kind("placement-ended", PAPER);
    kind("incident-recorded", PAPER);
    kind("incident-found", PAPER);
    kind("order-made", PAPER);
    kind("order-extended", PAPER);
    kind("order-ended", PAPER);
    kind("court-matter-begun", PAPER);
    kind("court-matter-decided", PAPER);
    kind("hearing-planned", PAPER);
    kind("child-missing", PAPER);
    kind("missing-child-told", PAPER);
    kind("child-found", PAPER);
  }

  private StoryKinds() {}

  /**
   * @param readers the operation whose rule says who reads it; null for all who read the case
   */
  public record StoryKind(StoryGroup group, @Nullable CaseOperation readers) {}

  private static void kind(String kind, StoryGroup group) {
    ALL.put(kind, new StoryKind(group, null));
  }

  private static void kind(String kind, StoryGroup group, CaseOperation readers) {
    ALL.put(kind, new StoryKind(group, readers));
  }

  public static Map<String, StoryKind> all() {
    return Map.copyOf(ALL);
  }

  static Optional<StoryKind> of(String kind) {
    return Optional.ofNullable(ALL.get(kind));
  }
}
