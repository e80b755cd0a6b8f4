package org.hifazat.assessment.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hifazat.assessment.instrument.Instrument;
import org.hifazat.assessment.instrument.InstrumentDescriptor;
import org.hifazat.assessment.instrument.InstrumentShelf;
import org.hifazat.assessment.instrument.Texts;

/** The terms of licences, and whether they were accepted as they are now. */
@ApplicationScoped
class Terms {

  private final VersionRepository versions;

  Terms(VersionRepository versions) {
    this.versions = versions;
  }

  /** Fingerprint of the terms in all languages; empty when there is nothing to accept. */
  static Optional<String> hash(InstrumentDescriptor descriptor) {
    Texts terms = descriptor.licence().terms();
    return descriptor.licence().needsAcceptance() && terms != null
        ? Optional.of(
            Instrument.fingerprint(String.join("\n\f", terms.en(), terms.ur(), terms.ps())))
        : Optional.empty();
  }

  Optional<AcceptedTerms> acceptance(InstrumentShelf.Key key, InstrumentDescriptor descriptor) {
    return hash(descriptor).flatMap(hash -> versions.accepted(key, hash));
  }

  /** Whether there are terms that nobody accepted. */
  boolean areOpen(InstrumentShelf.Key key, InstrumentDescriptor descriptor) {
    return descriptor.licence().needsAcceptance() && acceptance(key, descriptor).isEmpty();
  }
}
