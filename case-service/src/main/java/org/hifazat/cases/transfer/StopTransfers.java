package org.hifazat.cases.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.consent.CaseworkConsentEnded;
import org.hifazat.cases.consent.OutsideTransfers;
import org.hifazat.cases.timeline.Timeline;

/** A pending transfer that rests on consent stops with it; a supervisor's decision does not. */
@ApplicationScoped
class StopTransfers implements OutsideTransfers {
  private final Session entities;
  private final Timeline timeline;
  private final Clock clock;

  StopTransfers(Session entities, Timeline timeline, Clock clock) {
    this.entities = entities;
    this.timeline = timeline;
    this.clock = clock;
  }

  void whenConsentEnds(@Observes CaseworkConsentEnded ended) {
    entities
        .createQuery(
            "from CaseTransfer where caseId = :case and state = 'pending'", CaseTransfer.class)
        .setParameter("case", ended.file().id())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .filter(this::restsOnConsent)
        .toList()
        .forEach(transfer -> stop(transfer, ended));
  }

  private boolean restsOnConsent(CaseTransfer transfer) {
    return entities.find(TransferContent.class, transfer.id()).overrideCode().isEmpty();
  }

  private void stop(CaseTransfer transfer, CaseworkConsentEnded ended) {
    transfer.stopWithConsent(new CaseTransfer.Act(ended.by(), ended.at(), clock.instant()));
    entities.flush();
    timeline.happened(
        transfer.caseId(),
        "transfer-withdrawn",
        ended.at(),
        transfer.id(),
        CaseTransfer.CONSENT_ENDED);
  }

  @Override
  public boolean isPending(UUID caseId, UUID transferId) {
    CaseTransfer transfer = entities.find(CaseTransfer.class, transferId);
    return transfer != null
        && transfer.caseId().equals(caseId)
        && transfer.isPending()
        && transfer.kind().leaves();
  }
}
