package org.hifazat.cases.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hifazat.cases.task.TaskKind;

/**
 * Somebody asks the agency what keeps it: the owner of the case, and the unit's supervisors. The
 * referral's next step ends it, whoever makes it. Its last one by the agency is the owner's to tell
 * the family of.
 */
@ApplicationScoped
class OverdueReferrals {
  private static final Set<String> OPEN = Set.of("requested", "accepted", "in-progress", "on-hold");
  private static final Set<String> ANSWERED = Set.of("rejected", "completed", "failed");

  private final ReferralTasks tasks;
  private final KnownReferrals referrals;

  OverdueReferrals(ReferralTasks tasks, KnownReferrals referrals) {
    this.tasks = tasks;
    this.referrals = referrals;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void begin(UUID caseId, UUID referralId, String clock, Instant dueAt) {
    if (referrals.open(caseId).contains(referralId)) {
      tasks.ofOwnerAndSupervisors(caseId, referralId, kind(clock), dueAt);
    }
  }

  /** Nobody ever answered, and it was ended: the child needs another way. */
  @Transactional(Transactional.TxType.MANDATORY)
  void lapsed(UUID caseId, UUID referralId, Instant at) {
    tasks.ofOwnerAndSupervisors(caseId, referralId, TaskKind.REFERRAL_LAPSED, at);
  }

  /** The agency called it off itself, also after a yes: the child needs another way. */
  @Transactional(Transactional.TxType.MANDATORY)
  void withdrawn(UUID caseId, UUID referralId, Instant at) {
    tasks.ofOwnerAndSupervisors(caseId, referralId, TaskKind.REFERRAL_WITHDRAWN, at);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void moved(UUID caseId, UUID referralId, String to, Instant at) {
    tasks.met(caseId, referralId, TaskKind.REFERRAL_UNANSWERED, at);
    // Somebody there has it, or it is over: nobody needs to ask who takes it.
    tasks.met(caseId, referralId, TaskKind.REFERRAL_HANDED_OVER, at);
    if (!OPEN.contains(to)) {
      tasks.met(caseId, referralId, TaskKind.REFERRAL_UNFINISHED, at);
    }
    if (!ANSWERED.contains(to)) {
      tasks.met(caseId, referralId, TaskKind.REFERRAL_ANSWERED, at);
    } else if (!referrals.isTold(referralId)) {
      tasks.ofOwner(caseId, referralId, TaskKind.REFERRAL_ANSWERED, at);
    }
  }

  /** The family was told what came of it. */
  @Transactional(Transactional.TxType.MANDATORY)
  void told(UUID caseId, UUID referralId, Instant at) {
    tasks.met(caseId, referralId, TaskKind.REFERRAL_ANSWERED, at);
  }

  private static String kind(String clock) {
    return clock.equals("respond") ? TaskKind.REFERRAL_UNANSWERED : TaskKind.REFERRAL_UNFINISHED;
  }
}
