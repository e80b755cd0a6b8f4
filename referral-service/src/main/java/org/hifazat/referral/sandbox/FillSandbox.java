package org.hifazat.referral.sandbox;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.referral.requests.InventReferral;
import org.hifazat.referral.requests.Sandbox;

/** The same invented referrals for every sandbox, as if they had just been sent. */
@ApplicationScoped
class FillSandbox {
  private static final String STORIES = "/sandbox-referrals.json";

  private final Session session;
  private final InventReferral inventing;
  private final FieldCipher cipher;
  private final Clock clock;
  private final List<InventReferral.Story> stories;

  FillSandbox(
      Session session,
      InventReferral inventing,
      FieldCipher cipher,
      Clock clock,
      ObjectMapper json) {
    this.session = session;
    this.inventing = inventing;
    this.cipher = cipher;
    this.clock = clock;
    this.stories = read(json);
  }

  /** Whether the agency is one. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean isOne(UUID agencyId) {
    return !session
        .createNativeQuery(
            "select 1 from known_agency where agency_id = :id and sandbox", Integer.class)
        .setParameter("id", agencyId)
        .getResultList()
        .isEmpty();
  }

  /**
   * What was there goes, with the keys of its words; one reset at a time, after what is under way.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void clear(UUID agencyId) {
    session
        .createNativeQuery(
            "select cast(pg_advisory_xact_lock(hashtextextended(:what, 0)) as text)", String.class)
        .setParameter("what", Sandbox.lockOf(agencyId))
        .getResultList();
    session
        .createNativeQuery("select subject from clear_sandbox(:id)", UUID.class)
        .setParameter("id", agencyId)
        .getResultList()
        .forEach(cipher::destroy);
  }

  /** Returns their ids, in the order of the file. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<UUID> fill(UUID agencyId) {
    Object[] entry =
        session
            .createNativeQuery(
                """
                select s.id, s.category,
                       coalesce((select min(a.district_code) from service_area a where a.service_id = s.id), 'peshawar')
                  from service s where s.organization_id = :id order by s.id limit 1""",
                Object[].class)
            .setParameter("id", agencyId)
            .getSingleResult();
    InventReferral.To to =
        new InventReferral.To(agencyId, (UUID) entry[0], (String) entry[1], (String) entry[2]);
    Instant now = clock.instant();
    return stories.stream().map(story -> inventing.invent(to, story, now)).toList();
  }

  private static List<InventReferral.Story> read(ObjectMapper json) {
    try (InputStream file = FillSandbox.class.getResourceAsStream(STORIES)) {
      return json.readValue(Objects.requireNonNull(file), new TypeReference<>() {});
    } catch (IOException fault) {
      throw new UncheckedIOException(STORIES, fault);
    }
  }
}
