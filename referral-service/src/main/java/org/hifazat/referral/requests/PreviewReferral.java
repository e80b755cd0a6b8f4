package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.directory.ServiceDirectory;
import org.hifazat.referral.knowncase.KnownCase;
import org.hifazat.referral.knowncase.KnownCases;

/** Shows what an agency would be told, before it is; nothing is written. */
@ApplicationScoped
public class PreviewReferral {
  private final KnownCases cases;
  private final ServiceDirectory directory;
  private final BuildPacket packets;
  private final Reach reach;
  private final Clock clock;

  PreviewReferral(
      KnownCases cases, ServiceDirectory directory, BuildPacket packets, Reach reach, Clock clock) {
    this.cases = cases;
    this.directory = directory;
    this.packets = packets;
    this.reach = reach;
    this.clock = clock;
  }

  public record Command(UUID caseId, UUID serviceId, PacketDraft packet) {}

  /**
   * @param packet exactly what the agency reads
   * @param mark goes with the referral, to show that this is what was looked at
   * @param exceptions kinds of item in it that such a service does not get as a rule
   * @param basis what sharing stands by today; empty when it may not be sent
   */
  public record Preview(
      UUID agencyId,
      String category,
      Packet packet,
      String mark,
      List<String> exceptions,
      Optional<KnownCases.Basis> basis) {}

  /**
   * @throws ProblemException not-found, service-unknown, or when something may not go to such a
   *     service
   */
  @Transactional
  public Preview handle(Command command) {
    KnownCase known = reach.toCase(ReferralOperation.PREVIEW_REFERRAL, command.caseId());
    ServiceDirectory.Service service =
        directory
            .active(command.serviceId())
            .orElseThrow(() -> new ProblemException(ReferralProblem.SERVICE_UNKNOWN));
    BuildPacket.Built built = packets.of(known, service, command.packet());
    return new Preview(
        service.agencyId(),
        service.category(),
        built.packet().disclosed(),
        built.mark(),
        built.exceptions(),
        cases.consentToShare(known.caseId(), service.agencyId(), clock.instant()));
  }
}
