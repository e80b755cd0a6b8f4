package org.hifazat.referral.requests.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.referral.requests.Chosen;
import org.hifazat.referral.requests.MakeReferral;
import org.hifazat.referral.requests.WhereTo;
import org.jspecify.annotations.Nullable;

/**
 * A referral to be sent.
 *
 * @param serviceId of the directory; or
 * @param recipientId outside it, whom a consent of the case names
 * @param addressee the one person of the agency it is meant for, of those it lists; its queue when
 *     left out
 * @param addresseeName what the sender saw them called when they chose; goes with addressee
 * @param actionId the action of the case plan it is to carry out
 * @param preview the mark of the preview the sender looked at; needed when it holds more than such
 *     a service gets as a rule, or an item that is not of level service
 */
public record MakeReferralRequest(
    @NotNull UUID caseId,
    @Nullable UUID serviceId,
    @Nullable UUID recipientId,
    @NotNull @Pattern(regexp = "high|medium|low") String priority,
    @NotBlank @Size(max = 60) @Pattern(regexp = "[a-z0-9_-]+") String reasonCode,
    @NotNull @Valid PacketPart packet,
    @NotNull Instant authoredAt,
    @Nullable UUID addressee,
    @Nullable @Size(min = 1, max = Chosen.LENGTH) @Pattern(regexp = Chosen.NAME)
        String addresseeName,
    @Nullable UUID partOf,
    @Nullable UUID actionId,
    @Nullable @Size(max = 64) String preview) {

  public MakeReferral.Command command() {
    return new MakeReferral.Command(
        caseId,
        WhereTo.of(serviceId, recipientId),
        priority,
        reasonCode,
        packet.draft(),
        Chosen.of(addressee, addresseeName, "/addresseeName"),
        partOf,
        actionId,
        preview,
        authoredAt);
  }
}
