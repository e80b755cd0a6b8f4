package org.hifazat.identity.certificate.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.hifazat.identity.certificate.AwardCertificate;

/**
 * What the certificate says.
 *
 * @param level 1 Foundational, 2 Competency-based, 3 Advanced
 * @param validTo last day of validity; 24 months is usual
 */
public record AwardCertificateRequest(
    @NotNull @Min(1) @Max(3) Integer level,
    @NotBlank @Size(max = 60) String number,
    @NotNull LocalDate issuedOn,
    @NotNull LocalDate validTo,
    @NotBlank @Size(max = 200) String issuer) {

  AwardCertificate.Command command(UUID staffId) {
    return new AwardCertificate.Command(
        staffId, level, number.strip(), issuedOn, validTo, issuer.strip());
  }
}
