package org.hifazat.assessment.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.instrument.DescriptorReader;
import org.hifazat.assessment.instrument.Finding;
import org.hifazat.assessment.instrument.GoldenSet;
import org.hifazat.assessment.instrument.InstrumentDescriptor;
import org.hifazat.assessment.instrument.InstrumentShelf;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.Relation;

/** Reading the catalogue. */
@ApplicationScoped
public class CatalogueQueries {

  private final VersionRepository versions;
  private final CatalogueDesk desk;
  private final DescriptorReader reader;
  private final PublishInstrument publishing;
  private final Terms terms;
  private final Access access;

  CatalogueQueries(
      VersionRepository versions,
      CatalogueDesk desk,
      DescriptorReader reader,
      PublishInstrument publishing,
      Terms terms,
      Access access) {
    this.versions = versions;
    this.desk = desk;
    this.reader = reader;
    this.publishing = publishing;
    this.terms = terms;
    this.access = access;
  }

  /** A version in the list. */
  public record Entry(
      InstrumentDescriptor descriptor,
      VersionState state,
      String origin,
      long rowVersion,
      Optional<String> wordingSource,
      Optional<Instant> checkedAt,
      Optional<Instant> publishedAt,
      Optional<Instant> retiredAt,
      Optional<String> retirementReason) {}

  /**
   * A version with all that is known of it.
   *
   * @param termsHash of the terms as they are; empty when there are none
   * @param accepted who accepted exactly these, and when
   */
  public record Whole(
      Entry entry,
      List<GoldenSet> golden,
      List<Finding> findings,
      Optional<String> termsHash,
      Optional<AcceptedTerms> accepted) {

    public Whole {
      golden = List.copyOf(golden);
      findings = List.copyOf(findings);
    }
  }

  /** Every version there is. */
  @Transactional
  public List<Entry> all() {
    access.require(AssessmentOperation.LIST_CATALOGUE, Relation.NONE);
    return versions.all().stream().map(this::entry).toList();
  }

  /** One version, its golden sets, and what stands against publishing it now. */
  @Transactional
  public Whole one(InstrumentShelf.Key key) {
    InstrumentVersion version = desk.read(AssessmentOperation.VIEW_CATALOGUE_VERSION, key);
    InstrumentDescriptor descriptor = reader.read(version.descriptor());
    return new Whole(
        entry(version),
        reader.golden(version.golden()),
        publishing.findings(version),
        Terms.hash(descriptor),
        terms.acceptance(key, descriptor));
  }

  /** The form of a version in any state. */
  @Transactional
  public String form(InstrumentShelf.Key key) {
    return desk.read(AssessmentOperation.VIEW_CATALOGUE_VERSION, key).form();
  }

  private Entry entry(InstrumentVersion version) {
    return new Entry(
        reader.read(version.descriptor()),
        version.state(),
        version.origin(),
        version.rowVersion(),
        version.wordingSource(),
        version.checkedAt(),
        version.publishedAt(),
        version.retiredAt(),
        version.retirementReason());
  }
}
