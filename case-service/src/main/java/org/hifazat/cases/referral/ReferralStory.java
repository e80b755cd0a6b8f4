package org.hifazat.cases.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/** Puts what the referral service tells into the story of the case, once per event. */
@ApplicationScoped
class ReferralStory {
  private final CaseFiles files;
  private final Timeline timeline;

  ReferralStory(CaseFiles files, Timeline timeline) {
    this.files = files;
    this.timeline = timeline;
  }

  /**
   * @param codes what is absent is left out
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void tell(UUID caseId, UUID referralId, String kind, Instant at, @Nullable String... codes) {
    if (files.withinReach(caseId).isPresent()) {
      String[] known = Arrays.stream(codes).filter(Objects::nonNull).toArray(String[]::new);
      timeline.happened(caseId, kind, at, referralId, known);
    }
  }
}
