package org.hifazat.identity.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.hifazat.identity.Today;
import org.hifazat.identity.staff.HeldCertificates;

/**
 * Of each person's certificates the one that counts: current before lapsed, then level, then
 * validity.
 */
@ApplicationScoped
class BestCertificates implements HeldCertificates {
  private static final Comparator<Held> BY_WHAT_COUNTS =
      Comparator.comparing(Held::current).thenComparing(Held::level).thenComparing(Held::validTo);

  private final CertificateRepository certificates;
  private final Today today;

  BestCertificates(CertificateRepository certificates, Today today) {
    this.certificates = certificates;
    this.today = today;
  }

  @Override
  public Map<UUID, Held> best(Collection<UUID> staffIds) {
    LocalDate day = today.date();
    return certificates.of(staffIds).stream()
        .collect(
            Collectors.toMap(
                Certificate::staffId,
                one ->
                    new Held(one.level(), one.validTo(), one.validOn(day), one.endsSoonAfter(day)),
                BinaryOperator.maxBy(BY_WHAT_COUNTS)));
  }
}
