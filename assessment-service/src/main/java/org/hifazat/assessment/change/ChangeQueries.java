package org.hifazat.assessment.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.completed.CaseResults;
import org.hifazat.assessment.completed.CompletedAssessment;
import org.hifazat.assessment.instrument.ArithmeticLine;
import org.hifazat.assessment.instrument.Instrument;
import org.hifazat.assessment.instrument.InstrumentCatalogue;
import org.hifazat.assessment.instrument.ScoringNotes;
import org.hifazat.assessment.instrument.Texts;
import org.jspecify.annotations.Nullable;

/** What has changed in a case, as far as its assessments can say. */
@ApplicationScoped
public class ChangeQueries {

  /** Purposes of which more is better. */
  private static final Set<String> STRENGTHS =
      Set.of("strengths", "safe-places", "resilience", "wellbeing");

  private static final String SCORE = "score";

  private final CaseResults results;
  private final InstrumentCatalogue instruments;
  private final Thresholds thresholds;

  ChangeQueries(CaseResults results, InstrumentCatalogue instruments, Thresholds thresholds) {
    this.results = results;
    this.instruments = instruments;
    this.thresholds = thresholds;
  }

  /** What may be compared: the same version of an instrument, answered by the same person. */
  private record Same(
      String instrument,
      String version,
      String purpose,
      String respondent,
      @Nullable UUID respondentId) {

    static Same of(CompletedAssessment assessment) {
      return new Same(
          assessment.instrumentId(),
          assessment.instrumentVersion(),
          assessment.purpose(),
          assessment.respondent(),
          assessment.respondentId());
    }

    boolean isStrength() {
      return STRENGTHS.contains(purpose);
    }
  }

  /** Also of cases that went into this one; empty when it is out of reach. */
  @Transactional
  public Optional<AssessmentChanges> ofCase(UUID caseId) {
    return results
        .of(AssessmentOperation.VIEW_ASSESSMENT_CHANGES, caseId, null)
        .map(found -> changes(found.assessments()));
  }

  private AssessmentChanges changes(List<CompletedAssessment> newestFirst) {
    Map<Same, List<CompletedAssessment>> series = new LinkedHashMap<>();
    newestFirst.reversed().stream()
        .filter(ChangeQueries::counts)
        .forEach(one -> series.computeIfAbsent(Same.of(one), key -> new ArrayList<>()).add(one));
    List<AssessmentChanges.Series> risks = new ArrayList<>();
    List<AssessmentChanges.Series> strengths = new ArrayList<>();
    series.forEach(
        (same, results) -> (same.isStrength() ? strengths : risks).add(series(same, results)));
    return new AssessmentChanges(risks, strengths);
  }

  /** What was amended, says too little or was not agreed to by the psychologist stands aside. */
  private static boolean counts(CompletedAssessment one) {
    return one.valid()
        && one.circle().amendedBy() == null
        && !"not-agreed".equals(one.circle().decision());
  }

  private AssessmentChanges.Series series(Same same, List<CompletedAssessment> results) {
    Optional<Instrument> instrument = instruments.known(same.instrument(), same.version());
    ScoringNotes notes =
        instrument.map(known -> known.descriptor().scoring()).orElse(ScoringNotes.NONE);
    List<AssessmentChanges.Measure> measures = new ArrayList<>();
    measures.add(
        measure(
            same,
            new Part(SCORE, null, notes.min(), notes.max()),
            results.stream().map(one -> score(one, notes)).toList()));
    for (ScoringNotes.Scale scale : notes.scales()) {
      List<AssessmentChanges.Point> points =
          results.stream().flatMap(one -> scaled(one, scale).stream()).toList();
      if (!points.isEmpty()) {
        measures.add(measure(same, new Part(scale.code(), scale.label(), null, null), points));
      }
    }
    return new AssessmentChanges.Series(
        same.instrument(),
        same.version(),
        same.purpose(),
        instrument
            .map(Instrument::title)
            .orElse(new Texts(same.instrument(), same.instrument(), same.instrument())),
        same.respondent(),
        same.respondentId(),
        same.isStrength() ? "higher" : "lower",
        measures);
  }

  /** What is measured. */
  private record Part(
      String code, @Nullable Texts label, @Nullable Integer min, @Nullable Integer max) {}

  private AssessmentChanges.Measure measure(
      Same same, Part part, List<AssessmentChanges.Point> points) {
    Optional<Threshold> threshold = thresholds.of(same.instrument(), part.code());
    Function<AssessmentChanges.Point, AssessmentChanges.Change> from =
        before ->
            AssessmentChanges.Change.between(
                before.value(),
                points.getLast().value(),
                !same.isStrength(),
                threshold.orElse(null));
    boolean repeated = points.size() > 1;
    return new AssessmentChanges.Measure(
        part.code(),
        part.label(),
        part.min(),
        part.max(),
        points,
        threshold.orElse(null),
        threshold.isPresent() ? null : thresholds.whyNot(same.instrument()),
        repeated ? from.apply(points.getFirst()) : null,
        repeated ? from.apply(points.get(points.size() - 2)) : null);
  }

  private static AssessmentChanges.Point score(CompletedAssessment one, ScoringNotes notes) {
    return new AssessmentChanges.Point(
        one.id(),
        one.conductedAt(),
        one.score(),
        one.band(),
        notes.bands().stream()
            .filter(band -> band.code().equals(one.band()))
            .map(ScoringNotes.Band::label)
            .findFirst()
            .orElse(null));
  }

  private static Optional<AssessmentChanges.Point> scaled(
      CompletedAssessment one, ScoringNotes.Scale scale) {
    String node = scale.node().substring(scale.node().lastIndexOf('/') + 1);
    return one.arithmetic().stream()
        .filter(line -> line.question().equals(node))
        .map(ArithmeticLine::value)
        .map(value -> new AssessmentChanges.Point(one.id(), one.conductedAt(), value, null, null))
        .findFirst();
  }
}
