package org.hifazat.identity.certificate.web;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.identity.certificate.Certificates;

/**
 * A certificate as its holder, the supervisor and the administrator see it.
 *
 * @param current whether it counts today
 * @param endsSoon whether it does, and its last day is near: a renewal should be on its way
 */
public record CertificateView(
    @Schema(required = true) UUID id,
    @Schema(required = true) int level,
    @Schema(required = true) String number,
    @Schema(required = true) LocalDate issuedOn,
    @Schema(required = true) LocalDate validTo,
    @Schema(required = true) String issuer,
    @Schema(required = true) boolean current,
    @Schema(required = true) boolean endsSoon) {

  static CertificateView of(Certificates.Known known) {
    return new CertificateView(
        known.certificate().id(),
        known.certificate().level(),
        known.number(),
        known.certificate().issuedOn(),
        known.certificate().validTo(),
        known.certificate().issuer(),
        known.current(),
        known.endsSoon());
  }
}
