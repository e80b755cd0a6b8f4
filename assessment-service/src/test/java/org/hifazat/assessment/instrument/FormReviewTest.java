package org.hifazat.assessment.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands against publishing, beyond the form's own shape. */
class FormReviewTest {

  private static final String EVIDENCE =
      "relevant=\"/data/protection/credit = '1' or /data/protection/credit = '2'\"";

  private static List<GoldenSet> golden() {
    return RiskMatrix.golden().stream()
        .map(
            set ->
                new GoldenSet(
                    set.name(), set.answers(), set.score(), set.band(), null, set.redFlags()))
        .toList();
  }

  private static List<GoldenResult> results(List<GoldenSet> sets) {
    return sets.stream().map(GoldenSet::expected).toList();
  }

  private static List<String> codes(String form, List<GoldenSet> golden) {
    return FormReview.findings(
            RiskMatrix.descriptor(), form, golden, Optional.of(results(golden)), RiskMatrix.TODAY)
        .stream()
        .map(finding -> finding.place() + " " + finding.code())
        .toList();
  }

  @Test
  void nothingStandsAgainstTheShippedMatrix() {
    assertThat(codes(RiskMatrix.form(), golden())).isEmpty();
  }

  /** Each a condition that no answers meet. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/data/protection/credit = '3'",
        "/data/protection/credit = '1' and /data/protection/credit = '2'",
        "/data/protection/credit = '1' and /data/result/score &gt; 9",
        "false()"
      })
  void aBranchThatNoAnswersLeadToIsFound(String condition) {
    String form = RiskMatrix.form().replace(EVIDENCE, "relevant=\"" + condition + "\"");
    assertThat(form).isNotEqualTo(RiskMatrix.form());
    List<GoldenSet> fewer =
        golden().stream()
            .filter(set -> !set.answers().containsKey("/data/protection/evidence"))
            .toList();
    assertThat(codes(form, fewer)).containsExactly("/data/protection/evidence branch-unreachable");
  }

  /** Reached by no golden set, but by answers: of one question, of two, through a calculation. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/data/protection/credit = '2'",
        "/data/harm/likelihood = '3' and ../credit = '1'",
        "/data/result/credit_taken &gt; 1"
      })
  void aBranchThatOnlyNoGoldenSetReachesIsReachable(String condition) {
    String form = RiskMatrix.form().replace(EVIDENCE, "relevant=\"" + condition + "\"");
    List<GoldenSet> fewer =
        golden().stream()
            .filter(set -> "none".equals(set.answers().get("/data/protection/factors")))
            .toList();
    assertThat(codes(form, fewer)).isEmpty();
  }

  @Test
  void aGoldenSetThatGivesAnotherScoreOnEitherSideIsNamed() {
    GoldenSet first = golden().getFirst();
    GoldenSet wrong = new GoldenSet(first.name(), first.answers(), 7, "low", null, null);
    List<Finding> findings =
        FormReview.findings(
            RiskMatrix.descriptor(),
            RiskMatrix.form(),
            List.of(wrong),
            Optional.of(List.of(GoldenResult.of(first.name(), true, 0, "low"))),
            RiskMatrix.TODAY);
    assertThat(findings)
        .extracting(Finding::place, Finding::code)
        .contains(
            tuple(first.name(), "golden-differs-server"),
            tuple(first.name(), "golden-differs-browser"));
  }

  @Test
  void goldenAnswersTheFormRefusesAreFound() {
    GoldenSet impossible =
        new GoldenSet("severity 9", Map.of("/data/harm/severity", "9"), 1, "low", null, List.of());
    assertThat(codes(RiskMatrix.form(), List.of(impossible))).contains("severity 9 golden-refused");
    assertThat(codes(RiskMatrix.form(), List.of())).contains(" golden-missing");
  }

  @ParameterizedTest
  @CsvSource({
    "\"purpose\": \"risk\",\"purpose\": \"horoscope\",/descriptor/purpose",
    "\"ps\": \"working\",\"ps\": \"guessed\",/descriptor/translations",
    "\"toMonths\": 215,\"toMonths\": -1,/descriptor/ages",
    "\"kind\": \"suicide\",\"kind\": \"weather\",/descriptor/alarms",
    "\"permits\": \"free\",\"permits\": \"terms\",/descriptor/licence"
  })
  void aDescriptorThatSaysTheImpossibleIsFound(String was, String is, String place)
      throws JsonProcessingException {
    String changed = RiskMatrix.descriptorText().replace(was, is);
    assertThat(changed).isNotEqualTo(RiskMatrix.descriptorText());
    InstrumentDescriptor descriptor =
        new ObjectMapper().readValue(changed, InstrumentDescriptor.class);
    List<GoldenSet> golden = golden();
    assertThat(
            FormReview.findings(
                descriptor,
                RiskMatrix.form(),
                golden,
                Optional.of(results(golden)),
                RiskMatrix.TODAY))
        .extracting(Finding::place)
        .containsExactly(place);
  }

  @Test
  void ourOwnHomeObservationIsNotTheForbiddenInventory() throws JsonProcessingException {
    String ours = RiskMatrix.descriptorText().replace("KP risk matrix", "Home observation");
    assertThat(
            ForbiddenInstruments.check(
                new ObjectMapper().readValue(ours, InstrumentDescriptor.class), "Home observation"))
        .isEmpty();
    assertThat(
            ForbiddenInstruments.check(
                RiskMatrix.descriptor(), "Strengths and Difficulties Questionnaire"))
        .isPresent();
  }
}
