package org.hifazat.assessment.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hifazat.assessment.instrument.InstrumentShelf;

/** That somebody accepted a licence's terms for the organisation; kept for ever. */
@Entity
@Immutable
@Table(name = "terms_acceptance")
class TermsAcceptance {

  @Id
  @Column(name = "id")
  private UUID id;

  @Column(name = "instrument_id")
  private String instrumentId;

  @Column(name = "version")
  private String version;

  @Column(name = "terms_sha256")
  private String termsHash;

  @Column(name = "organisation")
  private String organisation;

  @Column(name = "accepted_by")
  private UUID acceptedBy;

  @Column(name = "accepted_at")
  private Instant acceptedAt;

  /** For Hibernate. */
  protected TermsAcceptance() {}

  TermsAcceptance(UUID id, InstrumentShelf.Key key, AcceptedTerms accepted) {
    this.id = id;
    this.instrumentId = key.id();
    this.version = key.version();
    this.termsHash = accepted.termsHash();
    this.organisation = accepted.organisation();
    this.acceptedBy = accepted.by();
    this.acceptedAt = accepted.at();
  }

  AcceptedTerms accepted() {
    return new AcceptedTerms(termsHash, organisation, acceptedBy, acceptedAt);
  }
}
