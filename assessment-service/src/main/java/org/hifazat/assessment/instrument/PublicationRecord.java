package org.hifazat.assessment.instrument;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * Holds published versions to their word: the first start writes down each form's fingerprint, and
 * a form that no longer has it keeps the service from starting. Scores given years ago must stay
 * explainable.
 */
@ApplicationScoped
public class PublicationRecord {

  private static final String RECORD =
      """
      insert into instrument_version (instrument_id, version, form_sha256, published_at)
      values (?1, ?2, ?3, ?4) on conflict do nothing
      """;
  private static final String FINGERPRINT =
      "select form_sha256 from instrument_version where instrument_id = ?1 and version = ?2";

  private final InstrumentCatalogue catalogue;
  private final EntityManager database;
  private final Clock clock;

  PublicationRecord(InstrumentCatalogue catalogue, EntityManager database, Clock clock) {
    this.catalogue = catalogue;
    this.database = database;
    this.clock = clock;
  }

  @Transactional
  void onStart(@Observes StartupEvent started) {
    catalogue.all().forEach(this::hold);
  }

  /**
   * @throws IllegalStateException when that version was published with another form
   */
  @Transactional
  void hold(Instrument instrument) {
    database
        .createNativeQuery(RECORD)
        .setParameter(1, instrument.id())
        .setParameter(2, instrument.version())
        .setParameter(3, instrument.fingerprint())
        .setParameter(4, clock.instant())
        .executeUpdate();
    Object recorded =
        database
            .createNativeQuery(FINGERPRINT, String.class)
            .setParameter(1, instrument.id())
            .setParameter(2, instrument.version())
            .getSingleResult();
    if (!instrument.fingerprint().equals(recorded)) {
      throw new IllegalStateException(
          "%s version %s is published and was changed: make a new version"
              .formatted(instrument.id(), instrument.version()));
    }
  }
}
