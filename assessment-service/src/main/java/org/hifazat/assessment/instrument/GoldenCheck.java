package org.hifazat.assessment.instrument;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether the golden sets come out as written, on this engine and on the browser's. */
final class GoldenCheck {

  private final Instrument instrument;
  private final LocalDate today;
  private final List<Finding> findings = new ArrayList<>();

  /** Nodes that were asked with some golden set. */
  private final Set<String> reached = new HashSet<>();

  GoldenCheck(Instrument instrument, LocalDate today) {
    this.instrument = instrument;
    this.today = today;
  }

  Set<String> reached() {
    return reached;
  }

  /**
   * @param browser what the browser's engine made of the sets; empty when it was not asked yet
   */
  List<Finding> of(List<GoldenSet> sets, Optional<List<GoldenResult>> browser) {
    if (sets.isEmpty()) {
      findings.add(new Finding("", "golden-missing", "has no golden answers"));
    }
    Set<String> names = new HashSet<>();
    for (GoldenSet set : sets) {
      if (!names.add(set.name())) {
        findings.add(new Finding(set.name(), "golden-twice", "two golden sets have this name"));
      }
      here(set);
    }
    browser.ifPresentOrElse(
        results -> there(sets, results),
        () ->
            findings.add(
                new Finding("", "browser-not-asked", "the browser's engine has not scored it")));
    return findings;
  }

  private void here(GoldenSet set) {
    Instrument.Tried tried =
        instrument.attempt(FilledForm.xml(instrument.descriptor(), set.answers()), today);
    reached.addAll(tried.asked());
    switch (tried.scoring()) {
      case Scoring.Refused refused ->
          findings.add(
              new Finding(
                  set.name(),
                  "golden-refused",
                  refused.problems().stream()
                      .map(problem -> problem.path() + " " + problem.kind().code())
                      .collect(Collectors.joining(", "))));
      case Scoring.Scored scored -> {
        GoldenResult ours =
            GoldenResult.of(set.name(), scored.valid(), scored.score(), scored.band());
        if (!ours.equals(set.expected())) {
          differs(set.name(), "golden-differs-server", set.expected(), ours);
        }
        if (set.redFlags() != null && !set.redFlags().equals(scored.redFlags())) {
          findings.add(
              new Finding(
                  set.name(), "golden-red-flags-differ", "red flags are " + scored.redFlags()));
        }
      }
    }
  }

  private void there(List<GoldenSet> sets, List<GoldenResult> results) {
    Map<String, GoldenResult> byName =
        results.stream()
            .collect(
                Collectors.toMap(GoldenResult::name, Function.identity(), (first, more) -> first));
    for (GoldenSet set : sets) {
      GoldenResult theirs = byName.get(set.name());
      if (theirs == null) {
        findings.add(
            new Finding(set.name(), "browser-not-asked", "the browser's engine did not score it"));
      } else if (!theirs.normal().equals(set.expected())) {
        differs(set.name(), "golden-differs-browser", set.expected(), theirs.normal());
      }
    }
  }

  private void differs(String place, String code, GoldenResult expected, GoldenResult found) {
    findings.add(
        new Finding(
            place,
            code,
            "expected %s %d, found %s %d"
                .formatted(expected.band(), expected.score(), found.band(), found.score())));
  }
}
