package org.hifazat.assessment.instrument.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.assessment.instrument.shipped.Shipped.line;
import static org.hifazat.assessment.instrument.shipped.Shipped.with;
import static org.hifazat.assessment.instrument.shipped.Shipped.without;

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

/** Own instruments: the law where there is one, else the rule their form states. */
class OwnInstrumentsTest {

  private static final Shipped LABOUR = Shipped.of("kp-child-labour");
  private static final Shipped HOME = Shipped.of("kp-home-observation");
  private static final Shipped RAPID = Shipped.of("kp-rapid-assessment");
  private static final Shipped COMPREHENSIVE = Shipped.of("kp-comprehensive");
  private static final Shipped BEST_INTERESTS = Shipped.of("kp-best-interests");
  private static final Shipped STRENGTHS = Shipped.of("kp-strengths");
  private static final Shipped SAFE_PLACES = Shipped.of("kp-safe-places");

  private static final String WHY = "Seen and told on the visit";

  /**
   * KP Prohibition of Employment of Children Act 2015 (XIX), s. 2 and 3: a child is below 14 and
   * may do light work of two hours a day with the family or in training; no hazardous work of the
   * Schedule below 18.
   */
  @ParameterizedTest
  @CsvSource({
    "13,2,yes,none,light-work", "13,3,yes,none,child-labour", "13,2,no,none,child-labour",
    "12,2,yes,none,light-work", "11,1,yes,none,child-labour", "5,1,yes,none,child-labour",
    "14,3,no,none,light-work", "17,8,no,none,light-work", "14,1,yes,kiln,hazardous",
    "17,1,no,chemicals machines,hazardous", "11,1,yes,loads,hazardous"
  })
  void theLawDecidesWhetherWorkIsChildLabour(
      int age, int hours, String family, String hazards, String band) {
    assertThat(LABOUR.scored(worker(age, hours, 5, family, hazards)).band()).isEqualTo(band);
  }

  /** ILO Convention 182, article 3. */
  @ParameterizedTest
  @ValueSource(
      strings = {"sold", "debt", "forced-begging", "armed", "sexual", "illicit", "not-free"})
  void aWorstFormIsOneWhetherItIsCalledWorkOrNotAndInterrupts(String form) {
    Map<String, String> answers =
        with(with(idle(10, 0), "/data/worst/worst_forms", form), "/data/worst/worst_note", WHY);
    Scoring.Scored scored = LABOUR.scored(answers);
    assertThat(scored.band()).isEqualTo("worst-form");
    assertThat(scored.alarms())
        .containsExactly(new RaisedAlarm("worst_forms", "ongoing-abuse", false));
    assertThat(LABOUR.scored(idle(10, 0)).alarms()).isEmpty();
  }

  /** UNICEF, MICS: 5-11 years one hour a week, 12-14 fourteen, 15-17 forty-three. */
  @ParameterizedTest
  @CsvSource({
    "11,1,1,yes",
    "12,13,1,no",
    "12,7,2,yes",
    "14,13,1,no",
    "14,7,2,yes",
    "15,7,6,no",
    "15,8,6,yes",
    "17,7,6,no",
    "17,9,5,yes"
  })
  void theSurveyStatisticsHaveTheirOwnThresholds(int age, int hours, int days, String counts) {
    assertThat(LABOUR.scored(worker(age, hours, days, "yes", "none")).answers())
        .contains("<statistics>" + counts + "</statistics>");
  }

  /** The same source: household chores of 21 hours a week below 15. */
  @ParameterizedTest
  @CsvSource({"14,20,no", "14,21,yes", "15,21,no", "5,21,yes"})
  void choresCountBelowFifteenFromTwentyOneHours(int age, int chores, String counts) {
    Scoring.Scored scored = LABOUR.scored(idle(age, chores));
    assertThat(scored.band()).isEqualTo("none");
    assertThat(scored.answers()).contains("<statistics>" + counts + "</statistics>");
  }

  @Test
  void anyDangerInTheHomeCallsTheSupervisorAndTwelveConcernsDoNot() {
    Map<String, String> home = HOME.golden().getFirst().answers();
    Map<String, String> concerns = new LinkedHashMap<>(home);
    List<String> items =
        home.keySet().stream().filter(path -> path.startsWith("/data/items/")).toList();
    assertThat(items).hasSize(12);
    items.forEach(path -> concerns.put(path, "1"));
    assertThat(HOME.scored(home).band()).isEqualTo("adequate");
    Scoring.Scored twelve = HOME.scored(concerns);
    assertThat(twelve.band()).isEqualTo("concern");
    assertThat(line(twelve, "concerns")).isEqualTo(12);
    for (String path : items) {
      Map<String, String> danger = with(with(home, path, "2"), "/data/words/danger_note", WHY);
      assertThat(HOME.scored(danger).band()).isEqualTo("danger");
    }
  }

  @Test
  void aDangerWithoutWordsIsRefused() {
    Map<String, String> home = HOME.golden().getFirst().answers();
    Map<String, String> silent = with(home, "/data/items/weapons", "2");
    assertThat(HOME.score(silent)).isEqualTo(required("/data/words/danger_note"));
    assertThat(HOME.score(with(silent, "/data/words/danger_note", "short")))
        .isEqualTo(
            new Scoring.Refused(
                List.of(
                    new AnswerProblem("/data/words/danger_note", AnswerProblem.Kind.CONSTRAINT))));
  }

  @ParameterizedTest
  @CsvSource({
    "/data/safety/abuse_now,yes,immediate", "/data/safety/self_harm,yes,immediate",
    "/data/safety/dangers,trafficking,immediate", "/data/safety/safe_tonight,no,immediate",
    "/data/safety/abuse_now,unknown,urgent", "/data/safety/self_harm,unknown,urgent",
    "/data/safety/perpetrator_access,unknown,urgent", "/data/safety/safe_tonight,unknown,urgent",
    "/data/care/carer_able,no,urgent", "/data/care/separated,yes,urgent",
    "/data/care/needs,shelter,urgent", "/data/law/in_custody,yes,urgent"
  })
  void oneSignDecidesHowSoonAndAsksForASafetyPlan(String path, String answer, String band) {
    Map<String, String> calm = RAPID.golden().getFirst().answers();
    assertThat(RAPID.scored(calm).band()).isEqualTo("routine");
    Map<String, String> sign = with(calm, path, answer);
    assertThat(RAPID.score(sign)).isEqualTo(required("/data/safety/safety_plan"));
    assertThat(RAPID.scored(with(sign, "/data/safety/safety_plan", WHY)).band()).isEqualTo(band);
  }

  @Test
  void noneOfTheseCannotStandBesideASign() {
    Map<String, String> calm = RAPID.golden().getFirst().answers();
    assertThat(RAPID.score(with(calm, "/data/medical/urgent_medical", "none injury")))
        .isInstanceOfSatisfying(
            Scoring.Refused.class,
            refused ->
                assertThat(refused.problems())
                    .contains(
                        new AnswerProblem(
                            "/data/medical/urgent_medical", AnswerProblem.Kind.CONSTRAINT)));
  }

  @Test
  void abuseNowAndTalkOfDyingAreSeriousWhateverTheEightAreasSay() {
    Map<String, String> calm = COMPREHENSIVE.golden().getFirst().answers();
    assertThat(COMPREHENSIVE.scored(calm).band()).isEqualTo("none");
    Scoring.Scored abuse = COMPREHENSIVE.scored(with(calm, "/data/protection/abuse_now", "yes"));
    assertThat(abuse.band()).isEqualTo("serious");
    assertThat(line(abuse, "total")).isZero();
    assertThat(abuse.alarms()).extracting(RaisedAlarm::kind).containsExactly("ongoing-abuse");
    Scoring.Scored dying = COMPREHENSIVE.scored(with(calm, "/data/mhpss/self_harm", "yes"));
    assertThat(dying.band()).isEqualTo("serious");
    assertThat(dying.alarms()).extracting(RaisedAlarm::kind).containsExactly("suicide");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"child", "family", "care", "health", "mhpss", "education", "protection", "legal"})
  void eachOfTheEightAreasCountsAndMustBeExplained(String area) {
    Map<String, String> calm = COMPREHENSIVE.golden().getFirst().answers();
    String note = "/data/%s/%s_note".formatted(area, area);
    Map<String, String> serious = with(calm, "/data/%s/%s_level".formatted(area, area), "2");
    assertThat(COMPREHENSIVE.score(serious)).isEqualTo(required(note));
    Scoring.Scored scored = COMPREHENSIVE.scored(with(serious, note, WHY));
    assertThat(scored.band()).isEqualTo("serious");
    assertThat(line(scored, "serious")).isEqualTo(1);
    assertThat(line(scored, "total")).isEqualTo(2);
  }

  /** UNHCR: separation against a parent's will, a durable solution, exceptional temporary care. */
  @ParameterizedTest
  @CsvSource({"against_parents,yes", "exceptional,yes", "against_parents,no", "exceptional,no"})
  void aFormalDeterminationIsNeededForThreeReasons(String reason, String answer) {
    Map<String, String> calm = BEST_INTERESTS.golden().getFirst().answers();
    assertThat(BEST_INTERESTS.scored(with(calm, "/data/options/" + reason, answer)).answers())
        .contains("<bid_needed>" + answer + "</bid_needed>");
  }

  @ParameterizedTest
  @CsvSource({
    "routine,yes,no,routine", "urgent,yes,no,urgent", "immediate,yes,no,immediate",
    "routine,no,no,immediate", "routine,yes,yes,immediate", "routine,partly,no,routine"
  })
  void aChildWhoIsNotSafeDoesNotWaitWhateverUrgencyIsChosen(
      String urgency, String safety, String abuse, String band) {
    Map<String, String> answers = BEST_INTERESTS.golden().getFirst().answers();
    answers = with(answers, "/data/decision/urgency", urgency);
    answers = with(answers, "/data/factors/safety_factor", safety);
    if (safety.equals("no")) {
      answers = with(answers, "/data/factors/factors_note", WHY);
    }
    answers = with(answers, "/data/factors/abuse_now", abuse);
    assertThat(BEST_INTERESTS.scored(answers).band()).isEqualTo(band);
  }

  @ParameterizedTest
  @CsvSource({"0,few", "12,few", "13,some", "24,some", "25,many", "36,many"})
  void strengthsAreFewSomeFromThirteenManyFromTwentyFive(int points, String band) {
    Map<String, String> answers = strengths(points);
    Scoring.Scored scored = STRENGTHS.scored(answers);
    assertThat(scored.score()).isEqualTo(points);
    assertThat(scored.band()).isEqualTo(band);
    assertThat(
            line(scored, "sum_belonging")
                + line(scored, "sum_mastery")
                + line(scored, "sum_independence")
                + line(scored, "sum_generosity"))
        .isEqualTo(points);
    assertThat(STRENGTHS.scored(without(answers, "/data/mastery/mastery_2")).valid()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0,none", "1,few", "2,enough", "3,enough", "4,enough"})
  void onlySafePeopleWithinReachCount(int reachable, String band) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (int person = 1; person <= 4; person++) {
      answers.put("/data/people/person_" + person, "teacher");
      answers.put("/data/people/reach_" + person, person <= reachable ? "yes" : "no");
    }
    Scoring.Scored scored = SAFE_PLACES.scored(answers);
    assertThat(scored.score()).isEqualTo(reachable);
    assertThat(scored.band()).isEqualTo(band);
  }

  @Test
  void whoIsHurtNowIsAskedOnlyOfPlacesThatAreNotSafeAndInterrupts() {
    Map<String, String> safe = Map.of("/data/places/home", "safe", "/data/places/hurt_now", "yes");
    assertThat(SAFE_PLACES.score(safe)).isEqualTo(Shipped.notAsked("/data/places/hurt_now"));
    assertThat(SAFE_PLACES.scored(with(safe, "/data/places/home", "unsafe")).alarms())
        .containsExactly(new RaisedAlarm("hurt_now", "ongoing-abuse", false));
  }

  private static Scoring.Refused required(String path) {
    return new Scoring.Refused(List.of(new AnswerProblem(path, AnswerProblem.Kind.REQUIRED)));
  }

  private static Map<String, String> strengths(int points) {
    Map<String, String> answers = new LinkedHashMap<>();
    int rest = points;
    for (String part : List.of("belonging", "mastery", "independence", "generosity")) {
      for (int item = 1; item <= 3; item++) {
        int value = Math.min(3, rest);
        answers.put("/data/%s/%s_%d".formatted(part, part, item), Integer.toString(value));
        rest -= value;
      }
    }
    return answers;
  }

  private static Map<String, String> idle(int age, int chores) {
    return Map.of(
        "/data/child/age",
        Integer.toString(age),
        "/data/child/school",
        "regular",
        "/data/child/chores_hours",
        Integer.toString(chores),
        "/data/labour/works",
        "no",
        "/data/worst/worst_forms",
        "none");
  }

  private static Map<String, String> worker(
      int age, int hours, int days, String family, String hazards) {
    Map<String, String> answers = new LinkedHashMap<>(idle(age, 0));
    answers.put("/data/labour/works", "yes");
    answers.put("/data/labour/job", "shop");
    answers.put("/data/labour/hours_day", Integer.toString(hours));
    answers.put("/data/labour/days_week", Integer.toString(days));
    answers.put("/data/labour/family_training", family);
    answers.put("/data/labour/paid_to", "parents");
    answers.put("/data/labour/hazards", hazards);
    return answers;
  }
}
