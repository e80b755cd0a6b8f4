package org.hifazat.cases.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.task.TaskKind;

/**
 * Who tells of harm at a service is looked after at once: by whoever has the case, and the unit's
 * supervisors.
 */
@ApplicationScoped
class HarmAtService {
  private final ReferralTasks tasks;
  private final ReferralStory story;

  HarmAtService(ReferralTasks tasks, ReferralStory story) {
    this.tasks = tasks;
    this.story = story;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void told(UUID caseId, UUID referralId, String speaker, Instant at) {
    tasks.ofOwnerAndSupervisors(caseId, referralId, TaskKind.FEEDBACK_CONCERN, at);
    story.tell(caseId, referralId, "feedback-concern", at, speaker);
  }
}
