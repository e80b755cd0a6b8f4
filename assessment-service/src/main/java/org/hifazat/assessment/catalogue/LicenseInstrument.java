package org.hifazat.assessment.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hifazat.assessment.AssessmentProblem;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.instrument.DescriptorReader;
import org.hifazat.assessment.instrument.Finding;
import org.hifazat.assessment.instrument.FormReview;
import org.hifazat.assessment.instrument.InstrumentDescriptor;
import org.hifazat.assessment.instrument.InstrumentShelf;
import org.hifazat.assessment.instrument.Wording;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;

/** Accepts a licence's terms and loads its holder's own wording, word for word. */
@ApplicationScoped
public class LicenseInstrument {

  private static final Set<String> LANGUAGES = Set.of("en", "ur", "ps");
  private static final Set<String> STATUSES = Set.of("original", "validated", "working");

  private final VersionRepository versions;
  private final CatalogueDesk desk;
  private final DescriptorReader reader;
  private final Terms terms;
  private final IdSource ids;
  private final ObjectMapper json;

  LicenseInstrument(
      VersionRepository versions,
      CatalogueDesk desk,
      DescriptorReader reader,
      Terms terms,
      IdSource ids,
      ObjectMapper json) {
    this.versions = versions;
    this.desk = desk;
    this.reader = reader;
    this.terms = terms;
    this.ids = ids;
    this.json = json;
  }

  /**
   * The file an organisation loads.
   *
   * @param source where the wording comes from
   * @param translations language to original, validated or working
   * @param texts language to key to text
   */
  public record File(
      String instrument,
      String version,
      String source,
      Map<String, String> translations,
      Map<String, Map<String, String>> texts) {}

  /**
   * The organisation accepts the terms as they were shown; a second time changes nothing.
   *
   * @param termsHash of the terms that were shown
   * @throws ProblemException not-found, no-terms, terms-changed
   */
  @Transactional
  public void accept(InstrumentShelf.Key key, String termsHash, String organisation) {
    InstrumentVersion version = desk.read(AssessmentOperation.ACCEPT_INSTRUMENT_TERMS, key);
    String now =
        Terms.hash(reader.read(version.descriptor()))
            .orElseThrow(() -> new ProblemException(AssessmentProblem.NO_TERMS));
    if (!now.equals(termsHash)) {
      throw new ProblemException(AssessmentProblem.TERMS_CHANGED);
    }
    if (versions.accepted(key, now).isEmpty()) {
      InstrumentVersion.Act act = desk.act();
      versions.add(
          new TermsAcceptance(
              ids.next(),
              key,
              new AcceptedTerms(now, organisation.strip(), act.actor(), act.at())));
      desk.done(
          AssessmentOperation.ACCEPT_INSTRUMENT_TERMS, version, "terms:" + now.substring(0, 16));
    }
  }

  /**
   * Puts the wording into the form's places; what was there is replaced.
   *
   * @throws ProblemException not-found, stale, instrument-fixed, wording-not-awaited,
   *     terms-not-accepted, wording-refused
   */
  @Transactional
  public void load(InstrumentShelf.Key key, long expectedVersion, File file) {
    InstrumentVersion version =
        desk.toChangeOpen(AssessmentOperation.LOAD_INSTRUMENT_WORDING, key, expectedVersion);
    boolean awaited = version.state() == VersionState.AWAITING_WORDING;
    if (!awaited && version.wordingSource().isEmpty()) {
      throw new ProblemException(AssessmentProblem.WORDING_NOT_AWAITED);
    }
    InstrumentDescriptor descriptor = reader.read(version.descriptor());
    if (terms.areOpen(key, descriptor)) {
      throw new ProblemException(AssessmentProblem.TERMS_NOT_ACCEPTED);
    }
    Wording wording = new Wording(file.texts());
    List<Finding> findings = new ArrayList<>(wording.findings(version.structure()));
    if (!file.instrument().equals(key.id()) || !file.version().equals(key.version())) {
      findings.add(new Finding("/instrument", "identity-differs", "is for another instrument"));
    }
    if (!file.translations().keySet().equals(LANGUAGES)
        || !STATUSES.containsAll(file.translations().values())) {
      findings.add(new Finding("/translations", "invalid-value", "a language has no status"));
    }
    String worded = wording.into(version.structure());
    FormReview.unreadable(worded).ifPresent(findings::add);
    if (!findings.isEmpty()) {
      throw new ProblemException(
          AssessmentProblem.WORDING_REFUSED,
          CatalogueDesk.violations(findings).toArray(Violation[]::new));
    }
    version.worded(worded, translated(version.descriptor(), file), file.source().strip());
    desk.done(AssessmentOperation.LOAD_INSTRUMENT_WORDING, version);
  }

  /** The descriptor, saying of each language what the file says of it. */
  private String translated(String descriptor, File file) {
    try {
      ObjectNode whole = (ObjectNode) json.readTree(descriptor);
      whole.set("translations", json.valueToTree(file.translations()));
      return json.writeValueAsString(whole);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
