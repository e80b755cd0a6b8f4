package org.hifazat.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.cases.child.Age;
import org.hifazat.cases.child.ChildParticulars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What assessments may do to a case. */
class CaseFileTest {
  private static final Instant OPENED = Instant.parse("2026-11-20T05:00:00.123456789Z");
  private static final Instant FIRST = Instant.parse("2026-11-20T06:00:00Z");
  private static final Instant SECOND = Instant.parse("2026-11-20T07:00:00Z");

  @Test
  void aNewCaseIsIdentifiedAndHasNoRisk() {
    CaseFile file = file();
    assertThat(file.state()).isEqualTo("identified");
    assertThat(file.riskLevel()).isEmpty();
    assertThat(file.openedAt())
        .as("as the database keeps it")
        .isEqualTo("2026-11-20T05:00:00.123456Z");
  }

  @Test
  void theFirstLevelIsSetAndTheStepIsLeftToTheWorker() {
    CaseFile file = file();
    UUID assessment = new UUID(0, 7);
    assertThat(file.assessed(RiskLevel.NONE, assessment, FIRST))
        .isEqualTo(new CaseFile.RiskOutcome.Raised(Optional.empty()));
    assertThat(file.state()).isEqualTo("identified");
    assertThat(file.riskSetAt()).contains(FIRST);
    assertThat(file.riskAssessmentId()).contains(assessment);
  }

  @ParameterizedTest
  @CsvSource({"NONE, LOW", "NONE, HIGH", "LOW, MEDIUM", "LOW, HIGH", "MEDIUM, HIGH"})
  void raisingIsFreeAndLoweringIsNot(RiskLevel lower, RiskLevel higher) {
    CaseFile file = file();
    file.assessed(lower, new UUID(0, 1), FIRST);
    assertThat(file.assessed(higher, new UUID(0, 2), SECOND))
        .isEqualTo(new CaseFile.RiskOutcome.Raised(Optional.of(lower)));
    assertThat(file.assessed(lower, new UUID(0, 3), SECOND))
        .isEqualTo(new CaseFile.RiskOutcome.LoweringNeedsSupervisor(higher));
    assertThat(file.riskLevel()).contains(higher);
    assertThat(file.riskAssessmentId()).contains(new UUID(0, 2));
  }

  @Test
  void theSameLevelIsConfirmedByANewerAssessmentOnly() {
    CaseFile file = file();
    file.assessed(RiskLevel.LOW, new UUID(0, 1), SECOND);
    assertThat(file.assessed(RiskLevel.LOW, new UUID(0, 2), FIRST))
        .isEqualTo(new CaseFile.RiskOutcome.Confirmed());
    assertThat(file.riskAssessmentId()).contains(new UUID(0, 1));
    file.assessed(RiskLevel.LOW, new UUID(0, 3), SECOND.plusSeconds(1));
    assertThat(file.riskAssessmentId()).contains(new UUID(0, 3));
  }

  @Test
  void aLevelThatDoesNotExistIsRefused() {
    assertThatThrownBy(() -> RiskLevel.of("extreme")).isInstanceOf(IllegalArgumentException.class);
  }

  private static CaseFile file() {
    ChildParticulars child =
        new ChildParticulars(
            "A", null, null, "latn", "x", new Age(null, 2015, "stated"), null, null, null);
    return CaseFile.opened(
        new UUID(0, 1),
        "KP-2026-000001",
        new UUID(0, 2),
        new OpenCase.Command(
            new UUID(0, 1), null, new UUID(0, 3), "peshawar", child, null, null, List.of(), OPENED),
        null,
        SECOND);
  }
}
