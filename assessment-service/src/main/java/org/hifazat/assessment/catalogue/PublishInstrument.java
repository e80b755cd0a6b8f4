package org.hifazat.assessment.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hifazat.assessment.AssessmentProblem;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.instrument.DescriptorReader;
import org.hifazat.assessment.instrument.Finding;
import org.hifazat.assessment.instrument.FormReview;
import org.hifazat.assessment.instrument.GoldenResult;
import org.hifazat.assessment.instrument.InstrumentShelf;
import org.hifazat.platform.web.ProblemException;

/** Checks a version, puts it into use, and takes it out of use. */
@ApplicationScoped
public class PublishInstrument {

  private final CatalogueDesk desk;
  private final DescriptorReader reader;
  private final Terms terms;
  private final Reviews reviews;
  private final ObjectMapper json;

  PublishInstrument(
      CatalogueDesk desk,
      DescriptorReader reader,
      Terms terms,
      Reviews reviews,
      ObjectMapper json) {
    this.desk = desk;
    this.reader = reader;
    this.terms = terms;
    this.reviews = reviews;
    this.json = json;
  }

  /**
   * Looks for everything that stands against publishing. Only when nothing does is the version
   * checked; what was found is part of the answer, not a refusal.
   *
   * @param browser what the browser's engine made of the golden sets
   * @throws ProblemException not-found, stale, instrument-fixed
   */
  @Transactional
  public List<Finding> check(
      InstrumentShelf.Key key, long expectedVersion, List<GoldenResult> browser) {
    InstrumentVersion version =
        desk.toChangeOpen(AssessmentOperation.CHECK_INSTRUMENT, key, expectedVersion);
    List<Finding> findings = findings(version, Optional.of(browser));
    if (version.state() != VersionState.AWAITING_WORDING) {
      version.checked(findings.isEmpty(), written(browser), desk.now());
    }
    desk.done(
        AssessmentOperation.CHECK_INSTRUMENT,
        version,
        findings.stream().map(Finding::code).distinct().limit(20).toArray(String[]::new));
    return findings;
  }

  /**
   * From now on it is in use and never changes.
   *
   * @throws ProblemException not-found, stale, instrument-fixed, instrument-not-checked,
   *     instrument-not-publishable
   */
  @Transactional
  public void publish(InstrumentShelf.Key key, long expectedVersion) {
    InstrumentVersion version =
        desk.toChangeOpen(AssessmentOperation.PUBLISH_INSTRUMENT, key, expectedVersion);
    if (version.state() != VersionState.CHECKED) {
      throw new ProblemException(AssessmentProblem.INSTRUMENT_NOT_CHECKED);
    }
    // Whoever checked it may have had another service, another licence or other rules.
    List<Finding> findings = findings(version, version.browserResults().map(this::results));
    if (!findings.isEmpty()) {
      throw new ProblemException(
          AssessmentProblem.INSTRUMENT_NOT_PUBLISHABLE, CatalogueDesk.violations(findings));
    }
    version.publish(desk.act());
    desk.done(
        AssessmentOperation.PUBLISH_INSTRUMENT,
        version,
        "sha256:" + version.formSha256().substring(0, 16));
  }

  /**
   * No new assessment uses it; those made stay as they are.
   *
   * @throws ProblemException not-found, stale, instrument-not-published
   */
  @Transactional
  public void retire(InstrumentShelf.Key key, long expectedVersion, String reason) {
    InstrumentVersion version =
        desk.toChange(AssessmentOperation.RETIRE_INSTRUMENT, key, expectedVersion);
    if (version.state() != VersionState.PUBLISHED) {
      throw new ProblemException(AssessmentProblem.INSTRUMENT_NOT_PUBLISHED);
    }
    version.retire(desk.act(), reason.strip());
    desk.done(AssessmentOperation.RETIRE_INSTRUMENT, version);
  }

  /** What stands against it now; nothing of a version that is or was in use. */
  List<Finding> findings(InstrumentVersion version) {
    if (!version.state().isOpen()) {
      return List.of();
    }
    List<Finding> reviewed =
        reviews.of(
            List.of(
                version.descriptor(),
                version.form(),
                version.golden(),
                version.browserResults().orElse("")),
            desk.today(),
            () -> review(version, version.browserResults().map(this::results)));
    return withTerms(version, reviewed);
  }

  private List<Finding> findings(InstrumentVersion version, Optional<List<GoldenResult>> browser) {
    return withTerms(version, review(version, browser));
  }

  private List<Finding> review(InstrumentVersion version, Optional<List<GoldenResult>> browser) {
    return FormReview.findings(
        reader.read(version.descriptor()),
        version.form(),
        reader.golden(version.golden()),
        browser,
        desk.today());
  }

  /** Somebody may accept them at any moment. */
  private List<Finding> withTerms(InstrumentVersion version, List<Finding> reviewed) {
    List<Finding> findings = new ArrayList<>(reviewed);
    if (terms.areOpen(version.key(), reader.read(version.descriptor()))) {
      findings.add(
          new Finding("/licence", "terms-not-accepted", "nobody accepted the licence's terms"));
    }
    return findings;
  }

  private String written(List<GoldenResult> results) {
    try {
      return json.writeValueAsString(results);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private List<GoldenResult> results(String written) {
    try {
      return List.of(json.readValue(written, GoldenResult[].class));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
