package org.hifazat.assessment.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.hifazat.assessment.instrument.InstrumentShelf;

/** Rows of instruments' versions, and of the terms accepted for them. */
@ApplicationScoped
class VersionRepository implements InstrumentShelf {

  private static final String PUBLISHED =
      """
      select v.instrumentId, v.version from InstrumentVersion v where v.state = 'published' and v.form is not null
      order by v.publishedAt, v.instrumentId, v.version
      """;

  private final EntityManager database;

  VersionRepository(EntityManager database) {
    this.database = database;
  }

  @Override
  public List<Key> published() {
    return database
        .createQuery(PUBLISHED, Object[].class)
        .getResultStream()
        .map(row -> new Key((String) row[0], (String) row[1]))
        .toList();
  }

  @Override
  public boolean isPublished(Key key) {
    return database
            .createQuery(
                "select count(*) from InstrumentVersion v where v.instrumentId = ?1 and v.version = ?2"
                    + " and v.state = 'published' and v.form is not null",
                Long.class)
            .setParameter(1, key.id())
            .setParameter(2, key.version())
            .getSingleResult()
        > 0;
  }

  @Override
  public Optional<Kept> find(Key key) {
    return row(key)
        .filter(version -> !version.state().isOpen() && version.hasContent())
        .map(version -> new Kept(key, version.descriptor(), version.form()));
  }

  Optional<InstrumentVersion> row(Key key) {
    return Optional.ofNullable(
        database.find(InstrumentVersion.class, new InstrumentVersion.Key(key.id(), key.version())));
  }

  void add(InstrumentVersion version) {
    database.persist(version);
    database.flush();
  }

  /** Writes what was changed, so that its entity tag is known. */
  void flush() {
    database.flush();
  }

  List<InstrumentVersion> all() {
    return database
        .createQuery(
            "from InstrumentVersion v where v.form is not null order by v.instrumentId, v.recordedAt",
            InstrumentVersion.class)
        .getResultList();
  }

  void add(TermsAcceptance acceptance) {
    database.persist(acceptance);
    database.flush();
  }

  /** The acceptance of exactly these terms. */
  Optional<AcceptedTerms> accepted(Key key, String termsHash) {
    return database
        .createQuery(
            "from TermsAcceptance t where t.instrumentId = ?1 and t.version = ?2"
                + " and t.termsHash = ?3",
            TermsAcceptance.class)
        .setParameter(1, key.id())
        .setParameter(2, key.version())
        .setParameter(3, termsHash)
        .getResultStream()
        .findFirst()
        .map(TermsAcceptance::accepted);
  }
}
