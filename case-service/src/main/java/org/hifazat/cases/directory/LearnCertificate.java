package org.hifazat.cases.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** Keeps who holds a current certificate. */
@ApplicationScoped
class LearnCertificate implements EventHandler<LearnCertificate.CertificateAwarded> {
  private final Session entities;

  LearnCertificate(Session entities) {
    this.entities = entities;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record CertificateAwarded(UUID staffId, int level, LocalDate validFrom, LocalDate validTo) {}

  @Override
  public String type() {
    return "org.hifazat.directory.certificate-awarded.v1";
  }

  @Override
  public Class<CertificateAwarded> payload() {
    return CertificateAwarded.class;
  }

  @Override
  public void handle(ReceivedEvent<CertificateAwarded> event) {
    CertificateAwarded certificate = event.payload();
    entities
        .createNativeQuery(
            """
            insert into known_certificate (staff_id, level, valid_from, valid_to)
            values (:staff, :level, :from, :to)
            on conflict (staff_id, level, valid_from) do update set valid_to = excluded.valid_to""")
        .setParameter("staff", certificate.staffId())
        .setParameter("level", certificate.level())
        .setParameter("from", certificate.validFrom())
        .setParameter("to", certificate.validTo())
        .executeUpdate();
  }
}
