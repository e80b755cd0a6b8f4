package org.hifazat.referral.requests.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.referral.requests.MakeReferral;
import org.hifazat.referral.requests.Packet;
import org.jspecify.annotations.Nullable;

/** A referral to be sent. */
public record MakeReferralRequest(
    @NotNull UUID caseId,
    @NotNull UUID serviceId,
    @NotNull @Pattern(regexp = "high|medium|low") String priority,
    @NotBlank @Size(max = 60) @Pattern(regexp = "[a-z0-9_-]+") String reasonCode,
    @NotNull @Valid PacketPart packet,
    @NotNull Instant authoredAt,
    @Valid @Nullable ConsentOverridePart consentOverride) {

  /**
   * @param caseCode may be left out: the agency gets the case's own number in any event
   */
  public record PacketPart(
      @Nullable @Size(max = 40) String caseCode,
      @NotNull @Pattern(regexp = "0-5|6-11|12-14|15-17|18\\+") String ageBand,
      @NotNull @Pattern(regexp = "female|male|x") String sex,
      @NotBlank @Size(max = 20) String language,
      @NotBlank @Size(max = 500) String safeContact,
      @Nullable @Size(min = 1, max = 1000) String safetyWarnings,
      @NotBlank @Size(max = 4000) String requestText) {}

  public record ConsentOverridePart(
      @NotNull
          @Pattern(regexp = "serious-risk|caregiver-suspected|law-or-court|too-young-and-alone")
          String reasonCode,
      @NotBlank @Size(max = 2000) String text) {}

  MakeReferral.Command command() {
    ConsentOverridePart override = consentOverride;
    String code = packet.caseCode();
    return new MakeReferral.Command(
        caseId,
        serviceId,
        priority,
        reasonCode,
        new Packet(
            code == null ? "" : code,
            packet.ageBand(),
            packet.sex(),
            packet.language(),
            packet.safeContact(),
            packet.safetyWarnings(),
            packet.requestText()),
        authoredAt,
        override == null
            ? null
            : new MakeReferral.ConsentOverride(override.reasonCode(), override.text()));
  }
}
