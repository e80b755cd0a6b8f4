package org.hifazat.assessment.instrument.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.assessment.instrument.shipped.Shipped.all;
import static org.hifazat.assessment.instrument.shipped.Shipped.items;
import static org.hifazat.assessment.instrument.shipped.Shipped.line;
import static org.hifazat.assessment.instrument.shipped.Shipped.notAsked;
import static org.hifazat.assessment.instrument.shipped.Shipped.with;
import static org.hifazat.assessment.instrument.shipped.Shipped.without;
import static org.hifazat.assessment.instrument.shipped.Shipped.yes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hifazat.assessment.instrument.AnswerProblem;
import org.hifazat.assessment.instrument.RaisedAlarm;
import org.hifazat.assessment.instrument.Scoring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Screens of symptoms against the scoring tables their authors published; the figures are typed
 * from those, not taken from the golden files.
 */
class SymptomScreensTest {

  private static final Shipped PHQ_A = Shipped.of("phq-a");
  private static final Shipped GAD_7 = Shipped.of("gad-7");
  private static final Shipped PSC_17 = Shipped.of("psc-17");
  private static final Shipped ASQ = Shipped.of("asq");
  private static final Shipped PC_PTSD_5 = Shipped.of("pc-ptsd-5");
  private static final Shipped CRIES_8 = Shipped.of("cries-8");
  private static final Shipped SRQ_20 = Shipped.of("srq-20");

  /** GLAD-PC toolkit, "Scoring the PHQ-9 modified for Teens": 0-4, 5-9, 10-14, 15-19, 20-27. */
  @ParameterizedTest
  @CsvSource({
    "0,minimal",
    "4,minimal",
    "5,mild",
    "9,mild",
    "10,moderate",
    "14,moderate",
    "15,moderately-severe",
    "19,moderately-severe",
    "20,severe",
    "27,severe"
  })
  void phqABandsBeginAtFiveTenFifteenAndTwenty(int score, String band) {
    Scoring.Scored scored = PHQ_A.scored(items(9, 3, score));
    assertThat(scored.score()).isEqualTo(score);
    assertThat(scored.band()).isEqualTo(band);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  void phqAHasNoScoreWhereAnyOfTheNineIsBlank(int blank) {
    Scoring.Scored scored = PHQ_A.scored(without(all(9, "3"), "/data/items/q" + blank));
    assertThat(scored.valid()).isFalse();
    assertThat(scored.band()).isEqualTo(Scoring.Scored.INVALID);
    assertThat(line(scored, "blanks")).isEqualTo(1);
  }

  /** GLAD-PC: 1, 2 and 3 on item 9 are positive, and so is a yes to a suicide question. */
  @Test
  void phqAInterruptsAtAnyPositiveSuicideItemHoweverLowTheScoreAndEvenWithoutAScore() {
    Map<String, String> calm = all(9, "0");
    assertThat(PHQ_A.scored(calm).alarms()).isEmpty();
    for (String answer : List.of("1", "2", "3")) {
      assertThat(PHQ_A.scored(with(calm, "/data/items/q9", answer)).alarms())
          .containsExactly(new RaisedAlarm("q9", "suicide", false));
    }
    assertThat(PHQ_A.scored(with(calm, "/data/more/past_month", "yes")).alarms()).hasSize(1);
    assertThat(PHQ_A.scored(with(calm, "/data/more/attempt", "yes")).alarms()).hasSize(1);
    assertThat(PHQ_A.scored(with(calm, "/data/more/attempt", "no")).alarms()).isEmpty();
    Scoring.Scored alone = PHQ_A.scored(Map.of("/data/items/q9", "1"));
    assertThat(alone.valid()).isFalse();
    assertThat(alone.alarms()).hasSize(1);
  }

  /** Spitzer et al. 2006: cut-off points 5, 10 and 15. */
  @ParameterizedTest
  @CsvSource({
    "0,minimal",
    "4,minimal",
    "5,mild",
    "9,mild",
    "10,moderate",
    "14,moderate",
    "15,severe",
    "21,severe"
  })
  void gad7BandsBeginAtFiveTenAndFifteen(int score, String band) {
    Scoring.Scored scored = GAD_7.scored(items(7, 3, score));
    assertThat(scored.score()).isEqualTo(score);
    assertThat(scored.band()).isEqualTo(band);
  }

  @Test
  void gad7HasNoScoreWhereOneIsBlank() {
    assertThat(GAD_7.scored(without(all(7, "3"), "/data/items/q7")).valid()).isFalse();
  }

  /**
   * PSC-17 scoring instructions (Gardner et al. 1999): internalizing 5 (2, 6, 9, 11, 15), attention
   * 7 (1, 3, 7, 13, 17), externalizing 7 (4, 5, 8, 10, 12, 14, 16), total 15.
   */
  @ParameterizedTest
  @CsvSource({
    "0,0,0,negative", "4,6,4,negative", "4,6,5,positive", "5,0,0,subscale", "4,0,0,negative",
    "0,7,0,subscale", "0,6,0,negative", "0,0,7,subscale", "0,0,6,negative", "5,0,9,subscale",
    "5,0,10,positive", "10,10,14,positive"
  })
  void psc17TotalAndSubscalesHaveTheirOwnCutOffs(
      int internalizing, int attention, int externalizing, String band) {
    Map<String, String> answers = new LinkedHashMap<>();
    answers.putAll(items(List.of(2, 6, 9, 11, 15), 2, internalizing));
    answers.putAll(items(List.of(1, 3, 7, 13, 17), 2, attention));
    answers.putAll(items(List.of(4, 5, 8, 10, 12, 14, 16), 2, externalizing));
    Scoring.Scored scored = PSC_17.scored(answers);
    assertThat(scored.band()).isEqualTo(band);
    assertThat(scored.score()).isEqualTo(internalizing + attention + externalizing);
    assertThat(line(scored, "internalizing")).isEqualTo(internalizing);
    assertThat(line(scored, "attention")).isEqualTo(attention);
    assertThat(line(scored, "externalizing")).isEqualTo(externalizing);
  }

  /** Bright Futures, PSC: blank items score 0; four or more make the questionnaire invalid. */
  @Test
  void psc17CountsABlankItemAsNeverAndIsNotValidFromFourBlanksOn() {
    Map<String, String> three =
        without(all(17, "1"), "/data/items/q1", "/data/items/q2", "/data/items/q4");
    Scoring.Scored scored = PSC_17.scored(three);
    assertThat(scored.valid()).isTrue();
    assertThat(scored.score()).isEqualTo(14);
    assertThat(line(scored, "internalizing")).isEqualTo(4);
    Scoring.Scored four = PSC_17.scored(without(three, "/data/items/q5"));
    assertThat(four.valid()).isFalse();
    assertThat(line(four, "blanks")).isEqualTo(4);
  }

  /** NIMH toolkit: any yes to 1-4, or a refusal, is positive; 5 tells acute from non-acute. */
  @ParameterizedTest
  @CsvSource({
    "no,no,no,no,,negative,0",
    "yes,no,no,no,no,non-acute,1",
    "no,yes,no,no,no,non-acute,1",
    "no,no,yes,no,no,non-acute,1",
    "no,no,no,yes,no,non-acute,1",
    "no,no,refused,no,no,non-acute,1",
    "yes,no,no,no,yes,acute,2",
    "no,no,no,yes,yes,acute,2",
    "yes,yes,yes,yes,refused,acute,2"
  })
  void asqIsPositiveAtAnyYesOrRefusalAndAcuteWhenItIsNow(
      String one, String two, String three, String four, String now, String band, int score) {
    Map<String, String> answers = asq(one, two, three, four);
    Scoring.Scored scored =
        ASQ.scored(now == null ? answers : with(answers, "/data/items/q5", now));
    assertThat(scored.band()).isEqualTo(band);
    assertThat(scored.score()).isEqualTo(score);
    assertThat(scored.alarms().isEmpty()).isEqualTo(band.equals("negative"));
    assertThat(scored.alarms().stream().anyMatch(RaisedAlarm::imminent))
        .isEqualTo(band.equals("acute"));
  }

  @Test
  void asqLeavesNoneOfItsQuestionsOutAndAsksTheFifthOnlyAfterAPositive() {
    assertThat(ASQ.score(without(asq("no", "no", "no", "no"), "/data/items/q3")))
        .isEqualTo(
            new Scoring.Refused(
                List.of(new AnswerProblem("/data/items/q3", AnswerProblem.Kind.REQUIRED))));
    assertThat(ASQ.score(asq("yes", "no", "no", "no")))
        .isEqualTo(
            new Scoring.Refused(
                List.of(new AnswerProblem("/data/items/q5", AnswerProblem.Kind.REQUIRED))));
    assertThat(ASQ.score(with(asq("no", "no", "no", "no"), "/data/items/q5", "yes")))
        .isEqualTo(notAsked("/data/items/q5"));
  }

  /** Prins et al. 2016: no exposure is 0; 3 is most sensitive, 4 most efficient. */
  @ParameterizedTest
  @CsvSource({"0,negative", "2,negative", "3,possible", "4,probable", "5,probable"})
  void pcPtsd5IsPossibleAtThreeAndProbableAtFour(int score, String band) {
    Scoring.Scored scored = PC_PTSD_5.scored(with(yes(5, score), "/data/event/exposed", "yes"));
    assertThat(scored.score()).isEqualTo(score);
    assertThat(scored.band()).isEqualTo(band);
  }

  @Test
  void pcPtsd5IsZeroWithoutExposureAndHasNoScoreWhereOneOfFiveIsBlank() {
    Scoring.Scored none = PC_PTSD_5.scored(Map.of("/data/event/exposed", "no"));
    assertThat(none.score()).isZero();
    assertThat(none.band()).isEqualTo("negative");
    assertThat(PC_PTSD_5.score(Map.of("/data/event/exposed", "no", "/data/items/q1", "yes")))
        .isEqualTo(notAsked("/data/items/q1"));
    Map<String, String> four = without(yes(5, 5), "/data/items/q2");
    assertThat(PC_PTSD_5.scored(with(four, "/data/event/exposed", "yes")).valid()).isFalse();
  }

  /** Children and War Foundation: 0, 1, 3, 5; intrusion 1+3+6+7, avoidance 2+4+5+8; 17 and more. */
  @ParameterizedTest
  @CsvSource({
    "0,0,0,0,0,0,0,0,0,0,negative", "5,5,5,1,0,0,0,0,10,6,negative",
    "5,5,5,1,1,0,0,0,10,7,positive", "5,0,5,0,0,5,5,0,20,0,positive",
    "0,5,0,5,5,0,0,5,0,20,positive", "1,1,1,1,1,1,1,1,4,4,negative",
    "5,5,5,5,5,5,5,5,20,20,positive"
  })
  void cries8IsPositiveFromSeventeenOn(
      String one,
      String two,
      String three,
      String four,
      String five,
      String six,
      String seven,
      String eight,
      int intrusion,
      int avoidance,
      String band) {
    Map<String, String> answers = new LinkedHashMap<>();
    List<String> given = List.of(one, two, three, four, five, six, seven, eight);
    for (int i = 0; i < 8; i++) {
      answers.put("/data/items/q" + (i + 1), given.get(i));
    }
    Scoring.Scored scored = CRIES_8.scored(answers);
    assertThat(line(scored, "intrusion")).isEqualTo(intrusion);
    assertThat(line(scored, "avoidance")).isEqualTo(avoidance);
    assertThat(scored.score()).isEqualTo(intrusion + avoidance);
    assertThat(scored.band()).isEqualTo(band);
  }

  @Test
  void cries8KnowsNoTwoAndNoFourAndHasNoScoreWhereOneIsBlank() {
    assertThat(CRIES_8.score(with(all(8, "0"), "/data/items/q1", "2")))
        .isEqualTo(
            new Scoring.Refused(
                List.of(new AnswerProblem("/data/items/q1", AnswerProblem.Kind.UNKNOWN_CHOICE))));
    assertThat(CRIES_8.scored(without(all(8, "5"), "/data/items/q8")).valid()).isFalse();
  }

  /** WHO/MNH/PSF/94.8: the sum of yes; 7/8 is most used, and no cut-off holds everywhere. */
  @ParameterizedTest
  @CsvSource({"0,below", "7,below", "8,above", "20,above"})
  void srq20IsAboveFromEightOn(int score, String band) {
    Scoring.Scored scored = SRQ_20.scored(yes(20, score));
    assertThat(scored.score()).isEqualTo(score);
    assertThat(scored.band()).isEqualTo(band);
  }

  @Test
  void srq20InterruptsAtItemSeventeenAndHasNoScoreWhereOneIsBlank() {
    assertThat(SRQ_20.scored(yes(20, 16)).alarms()).isEmpty();
    assertThat(SRQ_20.scored(with(yes(20, 0), "/data/items/q17", "yes")).alarms())
        .containsExactly(new RaisedAlarm("q17", "suicide", false));
    assertThat(SRQ_20.scored(without(yes(20, 20), "/data/items/q1")).valid()).isFalse();
  }

  private static Map<String, String> asq(String one, String two, String three, String four) {
    return Map.of(
        "/data/items/q1",
        one,
        "/data/items/q2",
        two,
        "/data/items/q3",
        three,
        "/data/items/q4",
        four);
  }
}
