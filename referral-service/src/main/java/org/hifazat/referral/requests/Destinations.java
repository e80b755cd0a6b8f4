package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.directory.ServiceDirectory;
import org.hifazat.referral.knowncase.KnownCase;
import org.hifazat.referral.knowncase.KnownCases;
import org.hifazat.referral.knowncase.Recipient;

/** Finds whom a sender asks. */
@ApplicationScoped
class Destinations {
  private final ServiceDirectory directory;
  private final KnownCases cases;

  Destinations(ServiceDirectory directory, KnownCases cases) {
    this.directory = directory;
    this.cases = cases;
  }

  /**
   * @throws ProblemException service-unknown, or recipient-unknown where no consent of this case
   *     names them
   */
  @Transactional(Transactional.TxType.MANDATORY)
  Destination of(KnownCase known, WhereTo to) {
    UUID recipient = to.recipientId();
    if (recipient != null) {
      // What consent says they are asked for, and nothing else.
      String type =
          cases
              .serviceType(known.caseId(), recipient)
              .orElseThrow(
                  () ->
                      new ProblemException(
                          ReferralProblem.RECIPIENT_UNKNOWN,
                          new Violation("/recipientId", "recipient-unknown")));
      return new Destination(new Recipient.Outside(recipient), null, type);
    }
    UUID asked = to.serviceId();
    ServiceDirectory.Service service =
        Optional.ofNullable(asked)
            .flatMap(directory::active)
            .orElseThrow(() -> new ProblemException(ReferralProblem.SERVICE_UNKNOWN));
    return new Destination(
        new Recipient.Agency(service.agencyId()), service.id(), service.category());
  }
}
