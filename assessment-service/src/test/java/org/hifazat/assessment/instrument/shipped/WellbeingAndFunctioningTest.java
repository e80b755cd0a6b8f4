package org.hifazat.assessment.instrument.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.assessment.instrument.shipped.Shipped.all;
import static org.hifazat.assessment.instrument.shipped.Shipped.items;
import static org.hifazat.assessment.instrument.shipped.Shipped.line;
import static org.hifazat.assessment.instrument.shipped.Shipped.notAsked;
import static org.hifazat.assessment.instrument.shipped.Shipped.with;
import static org.hifazat.assessment.instrument.shipped.Shipped.without;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hifazat.assessment.instrument.AnswerProblem;
import org.hifazat.assessment.instrument.Scoring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Substance use, resilience, well-being and functioning against their published tables. */
class WellbeingAndFunctioningTest {

  private static final Shipped CRAFFT = Shipped.of("crafft-2-1");
  private static final Shipped CYRM_R = Shipped.of("cyrm-r");
  private static final Shipped WHO_5 = Shipped.of("who-5");
  private static final Shipped TODDLERS = Shipped.of("wg-cfm-2-4");
  private static final Shipped CHILDREN = Shipped.of("wg-cfm-5-17");

  /** CRAFFT 2.1 manual: no use, car only; low, medium (car, or use below 2), high from 2 on. */
  @ParameterizedTest
  @CsvSource({
    "0,no,0,0,low",
    "0,yes,0,1,medium",
    "1,no,0,0,medium",
    "1,yes,0,1,medium",
    "1,no,1,1,medium",
    "1,yes,1,2,high",
    "1,no,2,2,high",
    "365,yes,5,6,high"
  })
  void crafftRisesWithUseAndWithTheSecondYes(
      int days, String car, int others, int score, String band) {
    Scoring.Scored scored = CRAFFT.scored(crafft(days, car, others));
    assertThat(scored.score()).isEqualTo(score);
    assertThat(scored.band()).isEqualTo(band);
  }

  @Test
  void crafftAsksOnlyTheCarWithoutUseAndNeedsEveryQuestionItAsks() {
    assertThat(CRAFFT.score(with(crafft(0, "no", 0), "/data/part_b/b2", "yes")))
        .isEqualTo(notAsked("/data/part_b/b2"));
    assertThat(CRAFFT.scored(without(crafft(0, "no", 0), "/data/part_b/b1")).valid()).isFalse();
    assertThat(CRAFFT.scored(without(crafft(9, "no", 5), "/data/part_b/b6")).valid()).isFalse();
    assertThat(CRAFFT.scored(without(crafft(9, "no", 5), "/data/part_a/a2")).valid()).isFalse();
    assertThat(CRAFFT.score(crafft(366, "no", 0)))
        .isEqualTo(
            new Scoring.Refused(
                List.of(new AnswerProblem("/data/part_a/a1", AnswerProblem.Kind.CONSTRAINT))));
  }

  /** CYRM-R manual 2.2: simple sum of seventeen; 62 and less, 63-70, 71-76, 77 and more. */
  @ParameterizedTest
  @CsvSource({
    "17,low",
    "62,low",
    "63,moderate",
    "70,moderate",
    "71,high",
    "76,high",
    "77,exceptional",
    "85,exceptional"
  })
  void cyrmBandsBeginAtSixtyThreeSeventyOneAndSeventySeven(int score, String band) {
    Map<String, String> answers = new LinkedHashMap<>();
    items(17, 4, score - 17)
        .forEach((path, more) -> answers.put(path, Integer.toString(1 + Integer.parseInt(more))));
    Scoring.Scored scored = CYRM_R.scored(answers);
    assertThat(scored.score()).isEqualTo(score);
    assertThat(scored.band()).isEqualTo(band);
    assertThat(line(scored, "personal") + line(scored, "caregiver")).isEqualTo(score);
  }

  @Test
  void cyrmHasTenPersonalAndSevenCaregiverItemsAndNoScoreWhereOneIsBlank() {
    Scoring.Scored least = CYRM_R.scored(all(17, "1"));
    assertThat(line(least, "personal")).isEqualTo(10);
    assertThat(line(least, "caregiver")).isEqualTo(7);
    Map<String, String> caregiver = all(17, "1");
    List.of(4, 5, 6, 8, 12, 15, 17).forEach(item -> caregiver.put("/data/items/q" + item, "5"));
    assertThat(line(CYRM_R.scored(caregiver), "caregiver")).isEqualTo(35);
    assertThat(line(CYRM_R.scored(caregiver), "personal")).isEqualTo(10);
    assertThat(CYRM_R.scored(without(all(17, "5"), "/data/items/q9")).valid()).isFalse();
  }

  /** Topp et al. 2015: raw sum times 4; 50 and less low, 28 and less likely depression. */
  @ParameterizedTest
  @CsvSource({
    "0,0,likely-depression",
    "7,28,likely-depression",
    "8,32,low",
    "12,48,low",
    "13,52,adequate",
    "25,100,adequate"
  })
  void who5IsTheSumTimesFour(int raw, int score, String band) {
    Scoring.Scored scored = WHO_5.scored(items(5, 5, raw));
    assertThat(line(scored, "raw")).isEqualTo(raw);
    assertThat(scored.score()).isEqualTo(score);
    assertThat(scored.band()).isEqualTo(band);
  }

  @Test
  void who5HasNoScoreWhereOneIsBlank() {
    assertThat(WHO_5.scored(without(all(5, "5"), "/data/items/q3")).valid()).isFalse();
  }

  /** Tabulation plan CF.1: a lot of difficulty (3) or cannot do at all (4) in any domain. */
  @ParameterizedTest
  @CsvSource({
    "cf3,2,0",
    "cf3,3,1",
    "cf3,4,1",
    "cf6,2,0",
    "cf6,3,1",
    "cf10,2,0",
    "cf10,3,1",
    "cf11,3,1",
    "cf12,3,1",
    "cf13,4,1",
    "cf14,3,1",
    "cf15,2,0",
    "cf15,3,1",
    "cf16,3,0",
    "cf16,4,1"
  })
  void from2To4YearsOneDomainWithALotOfDifficultyIsEnough(String item, String answer, int score) {
    Scoring.Scored scored = TODDLERS.scored(with(toddler(), "/data/items/" + item, answer));
    assertThat(scored.score()).isEqualTo(score);
    assertThat(scored.band()).isEqualTo(score == 0 ? "none" : "difficulty");
  }

  /** Tabulation plan CF.2: the same in thirteen domains, or anxiety or depression daily (1). */
  @ParameterizedTest
  @CsvSource({
    "cf3,2,0", "cf3,3,1", "cf6,3,1", "cf13,2,0", "cf13,3,1", "cf14,3,1", "cf15,3,1", "cf16,4,1",
    "cf17,3,1", "cf18,3,1", "cf19,2,0", "cf19,3,1", "cf20,3,1", "cf21,3,1", "cf22,3,1", "cf23,1,1",
    "cf23,2,0", "cf24,1,1", "cf24,2,0"
  })
  void from5To17YearsOneDomainOrDailySadnessIsEnough(String item, String answer, int score) {
    Scoring.Scored scored = CHILDREN.scored(with(child(), "/data/items/" + item, answer));
    assertThat(scored.score()).isEqualTo(score);
    assertThat(scored.band()).isEqualTo(score == 0 ? "none" : "difficulty");
  }

  /** CF.1 and CF.2: glasses and hearing aids are worn when asked; walking counts without aids. */
  @Test
  void whatIsAskedOfGlassesAndWalkingAidsDecidesWhichAnswerCounts() {
    Map<String, String> glasses = with(without(child(), "/data/items/cf3"), "/data/items/cf1", "1");
    assertThat(CHILDREN.scored(with(glasses, "/data/items/cf2", "3")).score()).isEqualTo(1);
    Map<String, String> both = with(with(glasses, "/data/items/cf2", "1"), "/data/items/cf3", "4");
    assertThat(CHILDREN.score(both)).isEqualTo(notAsked("/data/items/cf3"));
    Map<String, String> aided =
        with(without(toddler(), "/data/items/cf10"), "/data/items/cf7", "1");
    Map<String, String> helped = with(with(aided, "/data/items/cf8", "3"), "/data/items/cf9", "1");
    assertThat(TODDLERS.scored(helped).score()).isEqualTo(1);
    Map<String, String> neverWithout =
        with(with(aided, "/data/items/cf8", "2"), "/data/items/cf9", "4");
    assertThat(TODDLERS.scored(neverWithout).score()).isZero();
  }

  @Test
  void functioningFoundStandsThoughAnItemIsBlankButNothingFoundNeedsThemAll() {
    Map<String, String> blank = without(child(), "/data/items/cf20");
    assertThat(CHILDREN.scored(blank).valid()).isFalse();
    assertThat(CHILDREN.scored(with(blank, "/data/items/cf14", "4")).band())
        .isEqualTo("difficulty");
    assertThat(TODDLERS.scored(without(toddler(), "/data/items/cf16")).valid()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cf2", "cf5", "cf8"})
  void questionsForAidsAreNotAskedOfAChildWithoutAids(String item) {
    String path = "/data/items/" + item;
    assertThat(CHILDREN.score(with(child(), path, "3"))).isEqualTo(notAsked(path));
  }

  private static Map<String, String> crafft(int days, String car, int others) {
    Map<String, String> answers = new LinkedHashMap<>();
    answers.put("/data/part_a/a1", Integer.toString(days));
    answers.put("/data/part_a/a2", "0");
    answers.put("/data/part_a/a3", "0");
    answers.put("/data/part_b/b1", car);
    if (days > 0) {
      for (int i = 2; i <= 6; i++) {
        answers.put("/data/part_b/b" + i, i < 2 + others ? "yes" : "no");
      }
    }
    return answers;
  }

  private static Map<String, String> toddler() {
    return functioning(List.of(3, 6, 10, 11, 12, 13, 14, 15, 16));
  }

  private static Map<String, String> child() {
    Map<String, String> answers =
        functioning(
            IntStream.concat(IntStream.of(3, 6, 12, 13), IntStream.rangeClosed(14, 22))
                .boxed()
                .toList());
    answers.put("/data/items/cf23", "5");
    answers.put("/data/items/cf24", "5");
    return answers;
  }

  /** No glasses, no hearing aid, no walking aid, no difficulty. */
  private static Map<String, String> functioning(List<Integer> asked) {
    Map<String, String> answers = new LinkedHashMap<>();
    List.of(1, 4, 7).forEach(item -> answers.put("/data/items/cf" + item, "2"));
    asked.forEach(item -> answers.put("/data/items/cf" + item, "1"));
    return answers;
  }
}
