package org.hifazat.identity.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hifazat.identity.Today;
import org.hifazat.identity.access.IdentityOperation;
import org.hifazat.identity.staff.Staff;
import org.hifazat.identity.staff.StaffQueries;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;

/** Reads certificates. */
@ApplicationScoped
public class Certificates {
  /**
   * @param number as printed on it
   * @param current whether it counts today
   * @param endsSoon whether it does, and its last day is near
   */
  public record Known(Certificate certificate, String number, boolean current, boolean endsSoon) {}

  private final CertificateRepository certificates;
  private final StaffQueries staff;
  private final FieldCipher cipher;
  private final Access access;
  private final CallerContext callers;
  private final Today today;

  Certificates(
      CertificateRepository certificates,
      StaffQueries staff,
      FieldCipher cipher,
      Access access,
      CallerContext callers,
      Today today) {
    this.certificates = certificates;
    this.staff = staff;
    this.cipher = cipher;
    this.access = access;
    this.callers = callers;
    this.today = today;
  }

  /**
   * All of a person's, the longest valid first.
   *
   * @throws ProblemException not-found when there is nobody of that id within reach
   */
  @Transactional
  public List<Known> of(UUID staffId) {
    Staff holder =
        staff.withinReach(staffId).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    access.require(
        IdentityOperation.LIST_CERTIFICATES,
        holder.relationTo(callers.current()),
        "staff",
        staffId);
    return certificates.of(staffId).stream().map(this::known).toList();
  }

  private Known known(Certificate certificate) {
    LocalDate day = today.date();
    return new Known(
        certificate,
        cipher.decrypt(
            certificate.staffId(), AwardCertificate.NUMBER, certificate.id(), certificate.number()),
        certificate.validOn(day),
        certificate.endsSoonAfter(day));
  }
}
