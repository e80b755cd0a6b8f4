package org.hifazat.assessment.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hifazat.assessment.instrument.RiskMatrix.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The matrix: likelihood × severity − credit; 0–1 low, 2–3 medium, 4 and more high. */
class RiskMatrixScoringTest {

  private static final Instrument MATRIX = RiskMatrix.published();

  private static Scoring.Scored scored(Filled filled) {
    Scoring scoring = MATRIX.score(filled.xml(), RiskMatrix.TODAY);
    assertThat(scoring).isInstanceOf(Scoring.Scored.class);
    return (Scoring.Scored) scoring;
  }

  static List<Golden> golden() {
    return RiskMatrix.golden();
  }

  @ParameterizedTest
  @MethodSource("golden")
  void everyGoldenSetScoresAsWritten(Golden golden) {
    Scoring.Scored scored = scored(Filled.of(golden.answers()));
    assertThat(scored.score()).isEqualTo(golden.score());
    assertThat(scored.band()).isEqualTo(golden.band());
    assertThat(scored.redFlags()).isEqualTo(golden.redFlags());
    assertThat(scored.rejectedClaims()).isEmpty();
  }

  /** Written by hand, against a golden file that a script may have made wrong. */
  @ParameterizedTest
  @CsvSource({
    "0,0,0,0,low", "1,1,0,1,low", "3,1,2,1,low", "2,1,0,2,medium", "1,3,0,3,medium",
    "2,2,1,3,medium", "2,2,0,4,high", "3,2,2,4,high", "3,2,0,6,high", "3,3,0,9,high",
    "1,1,2,0,low", "0,3,2,0,low"
  })
  void bandsBeginAtTwoAndAtFourAndTheScoreNeverFallsBelowZero(
      int likelihood, int severity, int credit, int score, String band) {
    Filled filled = Filled.matrix(likelihood, severity);
    Scoring.Scored scored =
        scored(credit == 0 ? filled : filled.credit(credit, "safe-place seeks-help"));
    assertThat(scored.score()).isEqualTo(score);
    assertThat(scored.band()).isEqualTo(band);
  }

  @Test
  void theGoldenFileCoversEveryRedFlagOfTheForm() {
    List<String> covered =
        RiskMatrix.golden().stream().flatMap(golden -> golden.redFlags().stream()).toList();
    List<String> offered =
        RiskMatrix.form()
            .lines()
            .filter(line -> line.contains("<label ref=\"jr:itext('red-"))
            .map(line -> line.replaceAll(".*'red-(.*)'.*", "$1"))
            .filter(code -> !code.equals("none"))
            .toList();
    assertThat(offered).hasSize(10).allMatch(covered::contains);
  }

  @Test
  void theArithmeticIsShownLineByLineWithLabelsInThreeLanguages() {
    Scoring.Scored scored = scored(Filled.matrix(3, 2).credit(1, "safe-caregiver"));
    assertThat(scored.arithmetic())
        .containsExactly(
            new ArithmeticLine("likelihood", 3),
            new ArithmeticLine("severity", 2),
            new ArithmeticLine("harm_score", 6),
            new ArithmeticLine("credit_taken", 1),
            new ArithmeticLine("score", 5));
    scored
        .arithmetic()
        .forEach(
            line -> {
              Texts label = MATRIX.label(line.question());
              assertThat(List.of(label.en(), label.ur(), label.ps()))
                  .doesNotContain("", line.question())
                  .doesNotHaveDuplicates();
            });
  }

  @Test
  void theServersScoreWinsOverASubmissionThatLies() {
    Scoring.Scored scored = scored(Filled.matrix(3, 3).claiming("0", "low"));
    assertThat(scored.score()).isEqualTo(9);
    assertThat(scored.level()).contains(RiskLevel.HIGH);
    assertThat(scored.rejectedClaims()).containsExactlyInAnyOrder("band", "score");
    assertThat(scored.answers()).contains("<score>9</score>").contains("<band>high</band>");
  }

  @Test
  void anHonestClaimIsNotRejectedHoweverTheNumberIsWritten() {
    assertThat(scored(Filled.matrix(3, 3).claiming("9", "high")).rejectedClaims()).isEmpty();
    assertThat(scored(Filled.matrix(3, 3).claiming("9.0", "high")).rejectedClaims()).isEmpty();
    assertThat(scored(Filled.matrix(3, 3).claiming("", "")).rejectedClaims()).isEmpty();
  }

  @Test
  void answersToQuestionsThatWereNotAskedGoBackAndEmptyOnesDoNotCount() {
    Filled filled =
        Filled.matrix(2, 2)
            .with("/data/danger/red_flag_basis", "A text nobody asked for")
            .with("/data/protection/credit", "2")
            .with("/data/protection/evidence", "An evidence nobody asked for");
    assertThat(MATRIX.score(filled.xml(), RiskMatrix.TODAY))
        .isEqualTo(
            new Scoring.Refused(
                List.of(
                    notAsked("/data/danger/red_flag_basis"),
                    notAsked("/data/protection/credit"),
                    notAsked("/data/protection/evidence"))));
    Scoring.Scored scored =
        scored(
            Filled.matrix(2, 2)
                .with("/data/danger/red_flag_basis", "")
                .with("/data/protection/credit", " ")
                .with("/data/protection/evidence", ""));
    assertThat(scored.score()).isEqualTo(4);
    assertThat(scored.answers()).doesNotContain("<credit>");
  }

  private static AnswerProblem notAsked(String path) {
    return new AnswerProblem(path, AnswerProblem.Kind.NOT_RELEVANT);
  }

  @Test
  void todayIsTheDayWhereTheWorkIsDone() {
    Filled filled = Filled.matrix(1, 1).with("/data/conducted_on", "2026-01-16");
    assertThat(MATRIX.score(filled.xml(), LocalDate.of(2026, 1, 16)))
        .isInstanceOf(Scoring.Scored.class);
    assertThat(MATRIX.score(filled.xml(), LocalDate.of(2026, 1, 15)))
        .asInstanceOf(type(Scoring.Refused.class))
        .extracting(Scoring.Refused::problems)
        .isEqualTo(List.of(new AnswerProblem("/data/conducted_on", AnswerProblem.Kind.CONSTRAINT)));
  }

  @Test
  void whatWasWrittenIsKeptInAnyScript() {
    String written = "دادی نے خود کہا <بچہ> & محفوظ ہے – يوازې";
    Scoring.Scored scored = scored(Filled.matrix(1, 1).with("/data/harm/harm_basis", written));
    assertThat(scored.answers()).contains("دادی نے خود کہا &lt;بچہ").contains("&amp; محفوظ");
  }

  @Test
  void manyAtOnceDoNotDisturbEachOther() throws InterruptedException, ExecutionException {
    try (ExecutorService workers = Executors.newFixedThreadPool(8)) {
      List<Future<Scoring>> scorings = new ArrayList<>();
      List<Golden> golden = RiskMatrix.golden();
      for (Golden one : golden) {
        Callable<Scoring> scoring =
            () -> MATRIX.score(Filled.of(one.answers()).xml(), RiskMatrix.TODAY);
        scorings.add(workers.submit(scoring));
      }
      for (int i = 0; i < golden.size(); i++) {
        Scoring.Scored scored = (Scoring.Scored) scorings.get(i).get();
        assertThat(scored.score()).isEqualTo(golden.get(i).score());
      }
    }
  }
}
