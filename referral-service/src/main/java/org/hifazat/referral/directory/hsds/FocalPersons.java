package org.hifazat.referral.directory.hsds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask for at a service. A name and a direct number are somebody's own: encrypted under the
 * organization's key, shown to staff and the organization, in no list, export or other agency's
 * answer.
 */
@ApplicationScoped
class FocalPersons {
  private static final String FIELD = "service.focal_person";

  private final Session session;
  private final FieldCipher cipher;
  private final CallerContext callers;
  private final ObjectMapper json;

  FocalPersons(Session session, FieldCipher cipher, CallerContext callers, ObjectMapper json) {
    this.session = session;
    this.cipher = cipher;
    this.callers = callers;
    this.json = json;
  }

  /** What is kept beside the public entry. */
  record Kept(UUID organizationId, long version, @Nullable HsdsContact contact) {
    HsdsService on(HsdsService service) {
      HsdsContact focal = contact;
      return focal == null ? service : service.with(List.of(focal));
    }
  }

  Kept of(UUID service) {
    Object[] row =
        session
            .createNativeQuery(
                "select organization_id, version, focal_person from service where id = :id",
                Object[].class)
            .setParameter("id", service)
            .getSingleResult();
    UUID organization = (UUID) row[0];
    byte[] sealed = (byte[]) row[2];
    boolean shown = sealed != null && maySee(organization);
    return new Kept(
        organization,
        ((Number) row[1]).longValue(),
        shown ? open(organization, service, sealed) : null);
  }

  byte[] seal(UUID organization, UUID service, HsdsContact contact) {
    try {
      return cipher.encrypt(organization, FIELD, service, json.writeValueAsString(contact));
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("a contact cannot be written", fault);
    }
  }

  private HsdsContact open(UUID organization, UUID service, byte[] sealed) {
    try {
      return json.readValue(
          cipher.decrypt(organization, FIELD, service, sealed), HsdsContact.class);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("a contact cannot be read");
    }
  }

  private boolean maySee(UUID organization) {
    Caller caller = callers.current();
    return caller.agencyId().map(organization::equals).orElse(true);
  }
}
