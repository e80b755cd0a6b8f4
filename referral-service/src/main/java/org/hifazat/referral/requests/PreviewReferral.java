package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.knowncase.KnownCase;
import org.hifazat.referral.knowncase.KnownCases;
import org.hifazat.referral.knowncase.Recipient;

/** Shows what an agency would be told, before it is; nothing is written. */
@ApplicationScoped
public class PreviewReferral {
  private final KnownCases cases;
  private final Destinations destinations;
  private final BuildPacket packets;
  private final Reach reach;
  private final Clock clock;

  PreviewReferral(
      KnownCases cases, Destinations destinations, BuildPacket packets, Reach reach, Clock clock) {
    this.cases = cases;
    this.destinations = destinations;
    this.packets = packets;
    this.reach = reach;
    this.clock = clock;
  }

  public record Command(UUID caseId, WhereTo to, PacketDraft packet) {}

  /**
   * @param packet exactly what the agency reads
   * @param mark goes with the referral, to show that this is what was looked at
   * @param exceptions kinds of item in it that such a service does not get as a rule
   * @param basis what sharing stands by today; empty when it may not be sent
   */
  public record Preview(
      Recipient recipient,
      String category,
      Packet packet,
      String mark,
      List<String> exceptions,
      Optional<KnownCases.Basis> basis) {}

  /**
   * @throws ProblemException not-found, service-unknown, recipient-unknown, or when something may
   *     not go to such a service
   */
  @Transactional
  public Preview handle(Command command) {
    KnownCase known = reach.toCase(ReferralOperation.PREVIEW_REFERRAL, command.caseId());
    Destination to = destinations.of(known, command.to());
    BuildPacket.Built built = packets.of(known, to, command.packet());
    return new Preview(
        to.recipient(),
        to.category(),
        built.packet().disclosed(),
        built.mark(),
        built.exceptions(),
        cases.consentToShare(known.caseId(), to.recipient(), clock.instant()));
  }
}
