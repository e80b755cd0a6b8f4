package org.hifazat.assessment.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.completed.CaseResults;
import org.hifazat.assessment.completed.CompletedAssessment;
import org.hifazat.assessment.instrument.Instrument;
import org.hifazat.assessment.instrument.InstrumentCatalogue;
import org.hifazat.assessment.instrument.InstrumentDescriptor;
import org.hifazat.assessment.instrument.Texts;

/** How a case's risk came about: the levels as the case service told, the answers as kept here. */
@ApplicationScoped
public class RiskQueries {

  private final CaseResults results;
  private final KeptLevels levels;
  private final InstrumentCatalogue instruments;

  RiskQueries(CaseResults results, KeptLevels levels, InstrumentCatalogue instruments) {
    this.results = results;
    this.levels = levels;
    this.instruments = instruments;
  }

  /** Also what was found in cases that went into this one; empty when it is out of reach. */
  @Transactional
  public Optional<RiskHistory> ofCase(UUID caseId) {
    return results
        .of(AssessmentOperation.VIEW_RISK_HISTORY, caseId, InstrumentDescriptor.RISK)
        .map(found -> history(caseId, found));
  }

  private RiskHistory history(UUID caseId, CaseResults.Found found) {
    Optional<KeptLevels.Level> now = levels.now(caseId);
    return new RiskHistory(
        now.map(KeptLevels.Level::level).orElse(null),
        now.map(KeptLevels.Level::since).orElse(null),
        levels.ofCases(found.cases()),
        found.assessments().stream().map(this::assessed).toList());
  }

  private RiskHistory.Assessed assessed(CompletedAssessment assessment) {
    String level = assessment.riskLevel();
    return new RiskHistory.Assessed(
        assessment.id(),
        assessment.instrumentId(),
        assessment.instrumentVersion(),
        level == null ? assessment.band() : level,
        assessment.valid() ? assessment.score() : null,
        lines(assessment),
        assessment.redFlags(),
        assessment.circle().conductedBy(),
        assessment.conductedAt(),
        assessment.recordedAt(),
        assessment.amends(),
        assessment.circle().amendedBy());
  }

  private List<RiskHistory.Line> lines(CompletedAssessment assessment) {
    Optional<Instrument> instrument =
        instruments.known(assessment.instrumentId(), assessment.instrumentVersion());
    return assessment.arithmetic().stream()
        .map(
            line ->
                new RiskHistory.Line(
                    line.question(), line.value(), label(instrument, line.question())))
        .toList();
  }

  private static Texts label(Optional<Instrument> instrument, String question) {
    return instrument
        .map(known -> known.label(question))
        .orElse(new Texts(question, question, question));
  }
}
