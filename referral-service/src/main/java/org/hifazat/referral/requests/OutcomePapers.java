package org.hifazat.referral.requests;

import java.util.List;
import java.util.UUID;

/** Takes what an agency sent beforehand as part of what came of the service. */
public interface OutcomePapers {

  /**
   * In the transaction of the completion.
   *
   * @throws org.hifazat.platform.web.ProblemException attachment-unknown
   */
  void sentWithOutcome(Referral referral, List<UUID> attachments);
}
