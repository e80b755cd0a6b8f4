package org.hifazat.assessment.response;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hifazat.assessment.instrument.RaisedAlarm;
import org.hifazat.assessment.instrument.Scoring;
import org.junit.jupiter.api.Test;

/** The shipped library and rules: what leads to what. */
class LibraryTest {

  private static final Library SHIPPED = new Library(new ObjectMapper());

  @Test
  void aBandLeadsToWhatIsProportionateAndNamesTheRule() {
    assertThat(offered("phq-a", "depression", "moderate", List.of(), List.of(), Map.of()))
        .isEqualTo(
            Map.of(
                "psychologist-interview", List.of("mood-moderate"),
                "counselling-sessions", List.of("mood-moderate")));
    assertThat(offered("phq-a", "depression", "minimal", List.of(), List.of(), Map.of())).isEmpty();
    assertThat(offered("phq-a", "depression", "invalid", List.of(), List.of(), Map.of())).isEmpty();
  }

  @Test
  void aRedFlagAnAlarmAndAnAnswerEachHaveTheirOwnRule() {
    assertThat(
            offered("kp-risk-matrix", "risk", "high", List.of("sexual-abuse"), List.of(), Map.of()))
        .containsEntry("medical-referral", List.of("flag-sexual"))
        .containsEntry("safety-plan", List.of("risk-high"));
    assertThat(offered("asq", "suicide", "acute", List.of(), List.of("suicide"), Map.of()))
        .containsEntry("safety-plan", List.of("alarm-suicide", "suicide-screen"));
    Map<String, String> answers =
        Map.of("/data/education/education_level", "2", "/data/health/health_level", "1");
    assertThat(
            offered("kp-comprehensive", "comprehensive", "serious", List.of(), List.of(), answers))
        .containsOnlyKeys("school-contact");
  }

  private static Map<String, List<String>> offered(
      String instrument,
      String purpose,
      String band,
      List<String> redFlags,
      List<String> alarms,
      Map<String, String> answers) {
    Scoring.Scored scored =
        new Scoring.Scored(
            Optional.empty(),
            band,
            true,
            0,
            List.of(),
            redFlags,
            alarms.stream().map(kind -> new RaisedAlarm("q", kind, false)).toList(),
            Optional.empty(),
            List.of(),
            "");
    return SHIPPED.offered(
        condition ->
            condition.holds(
                instrument, purpose, scored, path -> Optional.ofNullable(answers.get(path))));
  }
}
