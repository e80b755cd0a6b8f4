package org.hifazat.assessment.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.hifazat.assessment.AssessmentProblem;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.instrument.DescriptorReader;
import org.hifazat.assessment.instrument.FormReview;
import org.hifazat.assessment.instrument.InstrumentShelf;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;

/** Puts a new version of an instrument into the catalogue, or other files in place of a draft's. */
@ApplicationScoped
public class DraftInstrument {

  static final String UPLOADED = "uploaded";

  private final VersionRepository versions;
  private final CatalogueDesk desk;
  private final DescriptorReader reader;
  private final Access access;

  DraftInstrument(
      VersionRepository versions, CatalogueDesk desk, DescriptorReader reader, Access access) {
    this.versions = versions;
    this.desk = desk;
    this.reader = reader;
    this.access = access;
  }

  /** The three files, as texts. */
  public record Files(String form, String descriptor, String golden) {}

  /**
   * A new version, as a draft; the same files again change nothing.
   *
   * @throws ProblemException instrument-unreadable, licence-forbids, instrument-version-exists
   */
  @Transactional
  public InstrumentShelf.Key create(Files files) {
    access.require(AssessmentOperation.DRAFT_INSTRUMENT, Relation.NONE);
    Content content = readable(files);
    Optional<InstrumentVersion> known = versions.row(content.key());
    if (known.isPresent()) {
      if (!known.get().hasContent() || !same(known.get(), content)) {
        throw new ProblemException(AssessmentProblem.INSTRUMENT_VERSION_EXISTS);
      }
      return content.key();
    }
    InstrumentVersion version =
        new InstrumentVersion(content.key(), begun(content), UPLOADED, desk.act());
    version.fill(content.form(), content.descriptor(), content.golden());
    versions.add(version);
    desk.done(AssessmentOperation.DRAFT_INSTRUMENT, version);
    return content.key();
  }

  /**
   * Other files for a version that was never published.
   *
   * @throws ProblemException as for a new one; stale, instrument-fixed, and
   *     instrument-version-exists when the files are another version's
   */
  @Transactional
  public void replace(InstrumentShelf.Key key, long expectedVersion, Files files) {
    InstrumentVersion version =
        desk.toChangeOpen(AssessmentOperation.CHANGE_INSTRUMENT_DRAFT, key, expectedVersion);
    Content content = readable(files);
    if (!content.key().equals(key)) {
      throw new ProblemException(
          AssessmentProblem.INSTRUMENT_UNREADABLE,
          new Violation("/descriptor", "identity-differs"));
    }
    if (!version.origin().equals(UPLOADED)) {
      throw new ProblemException(AssessmentProblem.INSTRUMENT_FIXED);
    }
    version.fill(content.form(), content.descriptor(), content.golden());
    version.begin(begun(content));
    desk.done(AssessmentOperation.CHANGE_INSTRUMENT_DRAFT, version);
  }

  private static VersionState begun(Content content) {
    return content.awaitsWording() ? VersionState.AWAITING_WORDING : VersionState.DRAFT;
  }

  private static boolean same(InstrumentVersion version, Content content) {
    return version.form().equals(content.form())
        && version.descriptor().equals(content.descriptor())
        && version.golden().equals(content.golden());
  }

  private Content readable(Files files) {
    return switch (Content.of(files.form(), files.descriptor(), files.golden(), reader)) {
      case Content.Reading.Unreadable unreadable ->
          throw new ProblemException(
              AssessmentProblem.INSTRUMENT_UNREADABLE, CatalogueDesk.violations(unreadable.why()));
      case Content.Reading.Readable readable -> {
        if (FormReview.forbidden(readable.content().read(), readable.content().form())) {
          throw new ProblemException(AssessmentProblem.LICENCE_FORBIDS);
        }
        yield readable.content();
      }
    };
  }
}
